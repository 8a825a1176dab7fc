import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Item } from '../../protocol/model/syncml-item';
import { syncmlSize } from '../syncml-size';
import type { OutgoingMessage } from './envelope';
import { get, inWords, octets, RIGHT_MD5, replace, START, serverBed, status } from './server-session-bed';

const FIRST = { id: 1, credential: RIGHT_MD5, body: START };

function part(id: number, data: string, more: { size?: number; isLast?: true } = {}): string {
  const size = more.size === undefined ? '' : `<Meta><Size>${more.size}</Size></Meta>`;
  const moreData = more.isLast ? '' : '<MoreData/>';
  return `<Results><CmdID>${id}</CmdID><MsgRef>1</MsgRef><CmdRef>3</CmdRef><Item><Source><LocURI>./A</LocURI></Source>${size}<Data>${data}</Data>${moreData}</Item></Results>`;
}

describe('a large object of a device (DM_Protocol 2.2)', () => {
  it('comes in parts, each of which is confirmed, and counts once it is whole', async () => {
    const bed = serverBed({ packages: [[get('./A')]] });
    await bed.say(FIRST);
    const open = { isOpen: true } as const;
    const begun = await bed.say({
      id: 2,
      body: status(1, 3, 'Get', 200) + part(9, 'abc', { size: 8 }),
      ...open,
    });
    assert.deepEqual(begun, ['Status 2/0 SyncHdr 212', 'Status 2/9 Results 213', 'Alert 1222']);
    await bed.say({ id: 3, body: part(5, 'def'), ...open });
    assert.equal(bed.answers.length, 1);
    assert.deepEqual(await bed.say({ id: 4, body: part(5, 'gh', { isLast: true }) }), [
      'Status 4/0 SyncHdr 212',
      'Final',
    ]);
    const [answer] = bed.answers[1] ?? [];
    assert.deepEqual(
      answer?.results.map(({ items }) => items),
      [[{ source: { uri: './A' }, data: 'abcdefgh' }]],
    );
  });

  const wrong: readonly [name: string, code: number, parts: readonly string[]][] = [
    ['that is shorter than announced', 424, [part(9, 'abc', { size: 8 }), part(9, 'd', { isLast: true })]],
    ['that is longer than announced', 424, [part(9, 'abc', { size: 4 }), part(9, 'def', { isLast: true })]],
    ['of unknown size', 424, [part(9, 'abc'), part(9, 'def', { isLast: true })]],
    [
      'that is larger than what the server takes',
      413,
      [part(9, 'abc', { size: 1001 }), part(9, 'd', { isLast: true })],
    ],
  ];
  for (const [name, code, [first = '', last = '']] of wrong) {
    it(`${name} gets ${code}, and nothing of it counts`, async () => {
      const bed = serverBed({ packages: [[get('./A')]] });
      await bed.say(FIRST);
      await bed.say({ id: 2, body: first, isOpen: true });
      assert.deepEqual((await bed.say({ id: 3, body: last }))[1], `Status 3/9 Results ${code}`);
      assert.deepEqual(bed.answers[1]?.[0]?.results, []);
    });
  }

  it('without an end is complained about as soon as anything else comes', async () => {
    const bed = serverBed({ packages: [[get('./A')]] });
    await bed.say(FIRST);
    await bed.say({ id: 2, body: part(9, 'abc', { size: 8 }), isOpen: true });
    const alert =
      '<Alert><CmdID>2</CmdID><Data>1226</Data><Item><Meta><Type>urn:x</Type></Meta></Item></Alert>';
    const answer = await bed.send({ id: 3, body: alert, isOpen: true });
    assert.deepEqual(inWords(answer), [
      'Status 3/0 SyncHdr 212',
      'Status 3/2 Alert 200',
      'Alert 1225',
      'Alert 1222',
    ]);
    const complaint = answer.message.commands[2];
    assert.ok(complaint?.kind === 'Alert');
    assert.deepEqual(complaint.items, [{ source: { uri: './A' } }]);
    await bed.say({ id: 4, body: part(9, 'defgh', { isLast: true }) });
    assert.equal(bed.alerts.length, 1);
  });

  it('may be an alert', async () => {
    const bed = serverBed();
    const alert = (data: string, meta: string, more: string): string =>
      `<Alert><CmdID>2</CmdID><Data>1226</Data><Item><Meta><Type>urn:x</Type>${meta}</Meta><Data>${data}</Data>${more}</Item></Alert>`;
    const first = await bed.say({
      ...FIRST,
      body: START + alert('ab', '<Size>4</Size>', '<MoreData/>'),
      isOpen: true,
    });
    assert.equal(first[2], 'Status 1/2 Alert 213');
    await bed.say({ id: 2, body: alert('cd', '', '') });
    assert.deepEqual(
      bed.alerts.map(({ items }) => items),
      [[{ meta: { type: 'urn:x' }, data: 'abcd' }]],
    );
  });
});

/** The device takes messages of 1500 octets, and objects of 5000. */
const SMALL = { ...FIRST, meta: '<MaxMsgSize>1500</MaxMsgSize><MaxObjSize>5000</MaxObjSize>' };

function itemIn({ message }: OutgoingMessage): Item {
  const last = message.commands.at(-1);
  assert.ok(last?.kind === 'Replace', inWords({ message }).join());
  return last.items[0] ?? {};
}

describe('a large object of the server (DM_Protocol 2.2)', () => {
  const data = 'abcdefghij'.repeat(200);

  it('goes in parts that fit; the first tells the size, all but the last that more comes', async () => {
    const bed = serverBed({ packages: [[replace('./A', data)]], type: 'md5' });
    const messages = [await bed.send(SMALL)];
    for (let id = 2; messages.at(-1)?.message.final === false; id += 1) {
      const last = messages.at(-1)?.message;
      const reference = last?.commands.at(-1)?.commandID ?? '';
      const body = status(id - 1, reference, 'Replace', 213);
      messages.push(await bed.send({ id, body: `${body}<Alert><CmdID>9</CmdID><Data>1222</Data></Alert>` }));
    }
    const items = messages.map(itemIn);
    assert.ok(items.length >= 3, `${items.length} parts`);
    assert.equal(items.map((item) => item.data).join(''), data);
    assert.deepEqual(
      items.map((item) => item.meta?.size),
      [2000, ...items.slice(1).map(() => undefined)],
    );
    assert.deepEqual(
      items.map((item) => item.moreData),
      [...items.slice(1).map(() => true), undefined],
    );
    for (const { message } of messages)
      assert.ok(syncmlSize(message) <= 1500, `${syncmlSize(message)} octets`);
    assert.equal(bed.answers.length, 1);
    const last = messages.at(-1)?.message.commands.at(-1)?.commandID ?? '';
    await bed.say({ id: messages.length + 1, body: status(messages.length, last, 'Replace', 200) });
    const [answer] = bed.answers[1] ?? [];
    assert.deepEqual(
      answer?.statuses.map(({ code }) => code),
      [200],
    );
    assert.deepEqual(answer?.command.kind === 'Replace' && answer.command.items[0]?.data, data);
  });

  it('ends where the device does not take a part; the next package goes on', async () => {
    const bed = serverBed({ packages: [[replace('./A', data)], [get('./B')]] });
    const first = await bed.send(SMALL);
    const reference = first.message.commands.at(-1)?.commandID ?? '';
    const answer = await bed.say({ id: 2, body: status(1, reference, 'Replace', 413) });
    assert.deepEqual(answer, ['Status 2/0 SyncHdr 212', 'Get 2 ./B', 'Final']);
    assert.deepEqual(
      bed.answers[1]?.[0]?.statuses.map(({ code }) => code),
      [413],
    );
  });

  it('that is larger than the device takes is not sent', async () => {
    const bed = serverBed({ packages: [[replace('./A', 'x'.repeat(5001)), get('./B')]] });
    assert.deepEqual((await bed.say(SMALL)).slice(2), ['Get 3 ./B', 'Final']);
    await bed.say({ id: 2, body: status(1, 3, 'Get', 200) });
    assert.deepEqual(
      bed.answers[1]?.map(({ statuses }) => statuses.map(({ code }) => code)),
      [[413], [200]],
    );
  });

  it('counts octets, and cuts no character in two', async () => {
    const text = '\u{1F600}é'.repeat(200);
    const bed = serverBed({ packages: [[replace('./A', text)]] });
    const item = itemIn(await bed.send(SMALL));
    assert.equal(item.meta?.size, octets(text).length);
    assert.doesNotMatch(String(item.data), /[\ud800-\udbff]$/u);
  });
});

describe('packages that do not fit in one message (DM_Protocol 2.1)', () => {
  it('are closed by the last of several; the work goes on after that', async () => {
    const commands = Array.from({ length: 20 }, (_, index) => get(`./Some/Node/With/A/Long/Name/${index}`));
    const bed = serverBed({ packages: [commands] });
    let answer = await bed.send(SMALL);
    const asked: string[] = [];
    for (let id = 2; !answer.message.final; id += 1) {
      assert.ok(syncmlSize(answer.message) <= 1500);
      asked.push(...inWords(answer).filter((line) => line.startsWith('Get')));
      answer = await bed.send({ id, body: '<Alert><CmdID>9</CmdID><Data>1222</Data></Alert>' });
      assert.equal(bed.answers.length, 1);
    }
    asked.push(...inWords(answer).filter((line) => line.startsWith('Get')));
    assert.deepEqual(asked.map((line) => line.at(-1)).join(''), '01234567890123456789');
  });

  it('nothing but a command that fits in no message is left out', async () => {
    const sequence = { kind: 'Sequence', commandID: '', commands: [get(`./${'A'.repeat(1500)}`)] } as const;
    const bed = serverBed({ packages: [[sequence], [get('./B')]] });
    assert.deepEqual((await bed.say(SMALL)).slice(2), ['Get 3 ./B', 'Final']);
    assert.deepEqual(
      bed.answers[1]?.[0]?.statuses.map(({ code }) => code),
      [413],
    );
  });
});
