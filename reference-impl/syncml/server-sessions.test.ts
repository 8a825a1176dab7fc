import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { get, RIGHT_BASIC, RIGHT_MD5, START, serverBed, status, TOKEN } from './server-session-bed';

const FIRST = { id: 1, credential: RIGHT_MD5, body: START };

describe('messages of a session', () => {
  it('that come again get the same answer, and nothing is done twice', async () => {
    const alert =
      '<Alert><CmdID>3</CmdID><Data>1226</Data><Item><Meta><Type>urn:x</Type></Meta></Item></Alert>';
    const bed = serverBed({ packages: [[get('./A')]] });
    const first = { ...FIRST, body: START + alert };
    assert.deepEqual(await bed.send(first), await bed.send(first));
    const second = { id: 2, body: status(1, 4, 'Get', 200) };
    assert.deepEqual(await bed.send(second), await bed.send(second));
    assert.deepEqual([bed.alerts.length, bed.answers.length, bed.sessions.count], [1, 2, 1]);
  });

  it('of another session, out of turn, of another device or of no session are refused', async () => {
    const bed = serverBed({ packages: [[get('./A')]] });
    await bed.say(FIRST);
    const body = START;
    const refused = ['Status 2/0 SyncHdr 400', 'Status 2/1 Alert 400', 'Final'];
    assert.deepEqual(await bed.say({ id: 2, body, sessionID: '2' }), refused);
    assert.deepEqual(await bed.say({ id: 2, body, source: 'urn:eve' }), refused);
    assert.deepEqual(await bed.say({ id: 2, body }, 'guess'), refused);
    assert.equal((await bed.say({ id: 3, body }))[0], 'Status 3/0 SyncHdr 400');
    assert.equal((await bed.say({ id: 1, body }, TOKEN))[0], 'Status 1/0 SyncHdr 400');
    assert.deepEqual([bed.answers.length, bed.ends.length], [1, 0]);
    assert.deepEqual(await bed.say({ id: 2, body: status(1, 4, 'Get', 200) }), [
      'Status 2/0 SyncHdr 212',
      'Final',
    ]);
  });

  it('in versions that are not DM 1.2 are refused, with the one that is', async () => {
    const bed = serverBed();
    const dtd = await bed.send({ ...FIRST, versions: '<VerDTD>1.1</VerDTD><VerProto>DM/1.2</VerProto>' });
    const proto = await bed.send({
      ...FIRST,
      versions: '<VerDTD>1.2</VerDTD><VerProto>SyncML/1.2</VerProto>',
    });
    const [first] = dtd.message.commands;
    assert.ok(first?.kind === 'Status');
    assert.deepEqual([first.code, first.items], [505, [{ data: '1.2' }]]);
    const [second] = proto.message.commands;
    assert.ok(second?.kind === 'Status');
    assert.deepEqual([second.code, second.items], [513, [{ data: 'DM/1.2' }]]);
    assert.equal(bed.sessions.count, 0);
  });

  it('of an unknown device get 401 and leave nothing behind', async () => {
    const bed = serverBed();
    assert.deepEqual(await bed.say({ ...FIRST, source: 'urn:eve', body: START }), [
      'Status 1/0 SyncHdr 401',
      'Status 1/1 Alert 401',
      'Final',
    ]);
    assert.equal(bed.sessions.count, 0);
  });

  it('begin no more sessions than there is room for; those that are over make room', async () => {
    const bed = serverBed({ packages: [[get('./A')]], limits: { sessions: 1 }, type: 'basic' });
    const credential = RIGHT_BASIC;
    await bed.say({ ...FIRST, credential });
    await assert.rejects(bed.say({ ...FIRST, credential, sessionID: '2' }), /no room/);
    await bed.say({ id: 2, body: status(1, 4, 'Get', 200) });
    await bed.say({ ...FIRST, credential, sessionID: '2' });
    assert.equal(bed.sessions.count, 1);
  });

  it('of nobody who has proved anything make room for others', async () => {
    const bed = serverBed({ limits: { sessions: 1 }, packages: [[get('./A')]] });
    await bed.say({ id: 1, body: START });
    assert.equal((await bed.say({ ...FIRST, sessionID: '2' }))[0], 'Status 1/0 SyncHdr 212 syncml:auth-md5');
  });
});
