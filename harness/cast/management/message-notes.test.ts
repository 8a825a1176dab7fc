import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readArrival } from './syncml-messages';

const HEADER =
  '<SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>1</SessionID><MsgID>1</MsgID>' +
  '<Target><LocURI>s</LocURI></Target><Source><LocURI>d</LocURI></Source></SyncHdr>';

async function habitsOf(body: string, type = 'application/vnd.syncml.dm+xml'): Promise<readonly string[]> {
  const text = `<SyncML xmlns="SYNCML:SYNCML1.2">${HEADER}<SyncBody>${body}<Final/></SyncBody></SyncML>`;
  const arrival = await readArrival(new Response(text, { headers: { 'content-type': type } }));
  assert.ok(arrival.kind === 'message', 'the message can be read');
  return arrival.notes.map(({ habit }) => habit);
}

const STATUS = (id: number, reference: number, command: string, inside: string): string =>
  `<Status><CmdID>${id}</CmdID><MsgRef>1</MsgRef><CmdRef>${reference}</CmdRef><Cmd>${command}</Cmd>${inside}</Status>`;

describe('a message that can be read', () => {
  it('is nothing to note where it is by the book', async () => {
    assert.deepEqual(await habitsOf(STATUS(1, 0, 'SyncHdr', '<Data>200</Data>')), []);
  });

  it('has habits that the standard has not', async () => {
    const habits = [
      await habitsOf(STATUS(1, 0, 'SyncHdr', '<Data>200</Data>'), 'application/vnd.syncml+xml'),
      await habitsOf(STATUS(1, 0, 'SyncHdr', '<Data>200</Data><TargetRef>x</TargetRef>')),
      await habitsOf(STATUS(1, 1, 'Get', '<Data>200</Data>') + STATUS(2, 0, 'SyncHdr', '<Data>200</Data>')),
      await habitsOf(STATUS(1, 0, 'SyncHdr', '<Data>200</Data>') + STATUS(1, 1, 'Get', '<Data>200</Data>')),
    ];
    assert.deepEqual(habits, [
      ['data synchronization media type'],
      ['order of elements'],
      ['order of statuses'],
      ['identifiers'],
    ]);
  });

  it('is no message where the octets say something else, and nobody throws', async () => {
    const type = { 'content-type': 'application/vnd.syncml.dm+wbxml' };
    for (const body of [new Uint8Array([2, 0xa4, 1]), new Uint8Array(), new Uint8Array(300).fill(0xff)])
      assert.equal((await readArrival(new Response(body, { headers: type }))).kind, 'no-message');
  });
});
