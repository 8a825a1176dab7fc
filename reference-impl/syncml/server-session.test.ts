import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { get, RIGHT_MD5, replace, START, serverBed, status } from './server-session-bed';

const DEVICE_INFORMATION = `<Replace><CmdID>2</CmdID>
  <Item><Source><LocURI>./DevInfo/DevId</LocURI></Source><Data>urn:dev</Data></Item>
  <Item><Source><LocURI>./DevInfo/Man</LocURI></Source><Data>Acme</Data></Item></Replace>`;

const FIRST = { id: 1, credential: RIGHT_MD5, body: START + DEVICE_INFORMATION };

describe('a session (DM_Protocol 2.3)', () => {
  it('begins with package 1, gets commands in package 2 and ends when nothing is left', async () => {
    const bed = serverBed({ packages: [[get('./DevInfo/Man'), replace('./A', 'x')]] });
    assert.deepEqual(await bed.say(FIRST), [
      'Status 1/0 SyncHdr 212 syncml:auth-md5',
      'Status 1/1 Alert 200',
      'Status 1/2 Replace 200',
      'Get 4 ./DevInfo/Man',
      'Replace 5 ./A',
      'Final',
    ]);
    const results = `<Results><CmdID>9</CmdID><MsgRef>1</MsgRef><CmdRef>4</CmdRef>
      <Item><Source><LocURI>./DevInfo/Man</LocURI></Source><Data>Acme</Data></Item></Results>`;
    const body =
      status(1, 0, 'SyncHdr', 212) + status(1, 4, 'Get', 200) + status(1, 5, 'Replace', 425) + results;
    assert.deepEqual(await bed.say({ id: 2, body }), ['Status 2/0 SyncHdr 212', 'Final']);
    assert.deepEqual(bed.ends, ['finished']);
    assert.deepEqual(bed.answers[0], []);
    const [first, second] = bed.answers[1] ?? [];
    assert.deepEqual(
      first?.statuses.map(({ code }) => code),
      [200],
    );
    assert.equal(first?.results[0]?.items[0]?.data, 'Acme');
    assert.deepEqual([second?.command.commandID, second?.statuses[0]?.code], ['5', 425]);
  });

  it('has a header that says who speaks, where to answer and what is taken', async () => {
    const { message } = await serverBed().send(FIRST);
    assert.deepEqual(message.header, {
      versionDTD: '1.2',
      versionProtocol: 'DM/1.2',
      sessionID: '1',
      messageID: 1,
      target: { uri: 'urn:dev' },
      source: { uri: 'srv' },
      responseURI: 'http://srv.example/dm?session=1',
      credential: { meta: { type: 'syncml:auth-basic', format: 'b64' }, data: 'c3J2OnNlY3JldA==' },
      meta: { maxMessageSize: 16_384, maxObjectSize: 1000 },
    });
  });

  it('takes statuses of Atomic and of what is inside for the command that holds them', async () => {
    const atomic = {
      kind: 'Atomic',
      commandID: '',
      commands: [replace('./A', '1'), replace('./B', '2')],
    } as const;
    const bed = serverBed({ packages: [[atomic]] });
    assert.equal((await bed.say(FIRST))[3], 'Atomic 4 (Replace 5 ./A, Replace 6 ./B)');
    const body = status(1, 4, 'Atomic', 507) + status(1, 5, 'Replace', 216) + status(1, 6, 'Replace', 404);
    await bed.say({ id: 2, body });
    const [answer] = bed.answers[1] ?? [];
    assert.deepEqual(
      answer?.statuses.map(({ commandReference, code }) => `${commandReference} ${code}`),
      ['4 507', '5 216', '6 404'],
    );
  });

  it('passes over what refers to nothing, and takes the first of two equal statuses', async () => {
    const bed = serverBed({ packages: [[get('./A')]] });
    await bed.say(FIRST);
    const body =
      status(7, 4, 'Get', 500) +
      status(1, 44, 'Get', 500) +
      status(1, 4, 'Get', 404) +
      status(1, 4, 'Get', 200).replace('s1-4', 'again');
    await bed.say({ id: 2, body });
    assert.deepEqual(
      bed.answers[1]?.[0]?.statuses.map(({ code }) => code),
      [404],
    );
  });

  it('lets the device say more before it has closed its package', async () => {
    const bed = serverBed({ packages: [[get('./A')]] });
    const open = { ...FIRST, body: START, isOpen: true } as const;
    assert.deepEqual(await bed.say(open), [
      'Status 1/0 SyncHdr 212 syncml:auth-md5',
      'Status 1/1 Alert 200',
      'Alert 1222',
    ]);
    assert.deepEqual(await bed.say({ id: 2, body: DEVICE_INFORMATION }), [
      'Status 2/0 SyncHdr 212',
      'Status 2/2 Replace 200',
      'Get 3 ./A',
      'Final',
    ]);
    assert.equal(bed.answers.length, 1);
  });

  it('ends when the device breaks it off, with statuses and no command; the work gets what came', async () => {
    const bed = serverBed({ packages: [[get('./A'), get('./B')]] });
    await bed.say(FIRST);
    const body = `${status(1, 4, 'Get', 404)}<Alert><CmdID>9</CmdID><Data>1223</Data></Alert>`;
    assert.deepEqual(await bed.say({ id: 2, body }), [
      'Status 2/0 SyncHdr 212',
      'Status 2/9 Alert 200',
      'Final',
    ]);
    assert.deepEqual(bed.ends, ['aborted']);
    assert.deepEqual(
      bed.unfinished[0]?.map(({ statuses }) => statuses.map(({ code }) => code)),
      [[404], []],
    );
  });

  it('ends where nothing is heard any more; the work is told once', async () => {
    const bed = serverBed({ packages: [[get('./A')]] });
    await bed.say(FIRST);
    await bed.clock.advance(59_999);
    assert.deepEqual(bed.ends, []);
    await bed.clock.advance(1);
    assert.deepEqual(bed.ends, ['timed-out']);
    assert.equal(bed.sessions.count, 0);
    assert.deepEqual(await bed.say({ id: 2, body: status(1, 4, 'Get', 200) }), [
      'Status 2/0 SyncHdr 400',
      'Final',
    ]);
  });

  it('is broken off by the server where it gets too long', async () => {
    const packages = [[get('./A')], [get('./B')], [get('./C')]];
    const bed = serverBed({ packages, limits: { messages: 2 } });
    await bed.say(FIRST);
    await bed.say({ id: 2, body: status(1, 4, 'Get', 200) });
    const answer = await bed.say({ id: 3, body: `${status(2, 2, 'Get', 200)}${START}` });
    assert.deepEqual(answer, ['Status 3/0 SyncHdr 212', 'Status 3/1 Alert 215', 'Alert 1223', 'Final']);
    assert.deepEqual(bed.ends, ['aborted']);
  });

  it('is broken off where the work fails', async () => {
    const next = async (): Promise<never> => Promise.reject(new Error('mine'));
    const bed = serverBed({ procedures: { openPackage: next } });
    assert.deepEqual((await bed.say(FIRST)).slice(1), [
      'Status 1/1 Alert 200',
      'Status 1/2 Replace 200',
      'Alert 1223',
      'Final',
    ]);
    assert.deepEqual(bed.ends, ['aborted']);
  });

  it('that is over takes nothing any more', async () => {
    const bed = serverBed();
    await bed.say(FIRST);
    assert.deepEqual(bed.ends, ['finished']);
    assert.deepEqual(await bed.say({ id: 2, body: START }), [
      'Status 2/0 SyncHdr 212',
      'Status 2/1 Alert 215',
      'Final',
    ]);
    assert.equal(bed.answers.length, 1);
  });
});
