import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SyncMLNotification } from '../../protocol/model/syncml-notification';
import { defaultWakeUpProcedures } from './client-default-procedures';
import { clientParty } from './client-party';
import { ACCOUNT, bed, outline, type Saying, status } from './client-session-bed';
import { type ClientSide, openOwnSession, tellAlert } from './client-side';
import { wakeUp } from './client-wake-up';
import type { ReceivedNotification } from './envelope';

function octets(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A client with one server, whose words end each session at once unless it says otherwise. */
function side(sayings: readonly Saying[]) {
  const { start, clock, sent } = bed(sayings);
  const { account, performer, limits, ports, random, procedures } = start;
  const party = clientParty(account, { client: octets('C0'), server: octets('S0') });
  const client: ClientSide = {
    parties: new Map([[account.serverID, party]]),
    deviceInformation: () => start.deviceInformation,
    limits: { ...limits, waitingSessions: 2 },
    procedures: { ...procedures, ...defaultWakeUpProcedures },
    ...{ performer, ports, random },
  };
  return { client, party, clock, sent, sessions: () => sent.map((message) => message.header.sessionID) };
}

const fine: Saying = ({ header }) => ({
  header: { sessionID: header.sessionID, messageID: header.messageID },
  commands: [status(header.messageID, 212)],
});

function notification(
  sessionID: number,
  nonce: string | Uint8Array,
  changes: Partial<SyncMLNotification> = {},
) {
  const signed = typeof nonce === 'string' ? octets(nonce) : nonce;
  const said: ReceivedNotification = {
    notification: {
      version: 11,
      uiMode: 'background',
      initiator: 'server',
      sessionID,
      serverID: ACCOUNT.serverID,
      ...changes,
    },
    isMadeWith: (secret) => secret.password === 'mellon' && Buffer.from(secret.nonce).equals(signed),
  };
  return said;
}

describe('a package 0', () => {
  it('opens the session that it names, in capital hexadecimal digits without leading zeros', async () => {
    const { client, clock, sent } = side([fine, fine]);
    for (const sessionID of [0x1a2b, 0x0f]) {
      const outcome = wakeUp(client, notification(sessionID, 'S0'));
      assert.ok(outcome);
      await clock.untilSettled(outcome);
    }
    assert.deepEqual(
      sent.map((message) => `${message.header.sessionID} ${outline(message)}`),
      ['1A2B Alert:1200 Replace Final', 'F Alert:1200 Replace Final'],
    );
  });

  it('opens it whatever user interaction it announces', async () => {
    const { client, clock } = side([fine]);
    const outcome = wakeUp(client, notification(1, 'S0', { uiMode: 'user-interaction', initiator: 'user' }));
    assert.ok(outcome);
    assert.equal((await clock.untilSettled(outcome)).end, 'finished');
  });

  it('is ignored where it is forged, stale or of nobody known', async () => {
    const { client, clock, sent } = side([fine]);
    assert.equal(wakeUp(client, notification(1, 'S1')), undefined);
    assert.equal(wakeUp(client, notification(1, 'S0', { serverID: 'com.example.other' })), undefined);
    await clock.advance(60_000);
    assert.equal(sent.length, 0);
  });

  it('opens one session, however often it comes', async () => {
    const { client, clock, sent } = side([fine, fine, fine]);
    const outcome = wakeUp(client, notification(1, 'S0'));
    assert.equal(wakeUp(client, notification(1, 'S0')), undefined);
    assert.ok(outcome);
    await clock.untilSettled(outcome);
    assert.equal(wakeUp(client, notification(1, 'S0')), undefined);
    await clock.advance(60_000);
    assert.equal(sent.length, 1);
  });

  it('may come again where its session never reached the server', async () => {
    const { client, clock } = side([]);
    const outcome = wakeUp(client, notification(1, 'S0'));
    assert.ok(outcome);
    assert.equal((await clock.untilSettled(outcome)).end, 'unreachable');
    await clock.advance(1);
    assert.ok(wakeUp(client, notification(1, 'S0')));
  });

  for (const [what, nonce] of [
    ['four zero octets', new Uint8Array(4)],
    ['the ten characters', octets('0x00000000')],
  ] as const)
    it(`is taken with a default nonce (${what}), which the client then uses itself`, async () => {
      const { client, party, clock } = side([fine]);
      const seen: (Uint8Array | undefined)[] = [];
      const { proofOf } = client.procedures;
      const watched: ClientSide = {
        ...client,
        procedures: {
          ...client.procedures,
          proofOf: (authentication) => {
            seen.push(authentication.own.nonce);
            return proofOf(authentication);
          },
        },
      };
      const outcome = wakeUp(watched, notification(1, nonce));
      assert.ok(outcome);
      await clock.untilSettled(outcome);
      assert.deepEqual(seen, [nonce]);
      assert.equal(party.nonces.defaultNonce, undefined);
    });
});

describe('the sessions with one server', () => {
  const alert = (data: string) => ({ code: 1226, items: [{ data }] });
  const taking: Saying = ({ header, commands }) => ({
    header: { sessionID: header.sessionID, messageID: header.messageID },
    commands: commands.map((command) =>
      command.kind === 'Alert'
        ? status(header.messageID, 200, { command: 'Alert', reference: command.commandID })
        : status(header.messageID, 212),
    ),
  });

  it('come one after the other, each with an identifier of its own', async () => {
    const { client, party, clock, sessions } = side([fine, fine]);
    const [first, second] = [openOwnSession(client, party), openOwnSession(client, party)];
    assert.ok(first && second);
    await clock.untilSettled(Promise.all([first, second]));
    assert.equal(new Set(sessions()).size, 2);
    for (const sessionID of sessions()) assert.match(sessionID, /^[1-9A-F][0-9A-F]{0,3}$/u);
  });

  it('are dropped where too many wait', () => {
    const { client, party } = side([]);
    assert.ok(openOwnSession(client, party));
    assert.ok(openOwnSession(client, party));
    assert.equal(openOwnSession(client, party), undefined);
  });

  it('tell every alert that waits, and say what the server made of each', async () => {
    const { client, party, clock, sent } = side([taking]);
    const told = [tellAlert(client, party, alert('a')), tellAlert(client, party, alert('b'))];
    assert.deepEqual(await clock.untilSettled(Promise.all(told)), [200, 200]);
    assert.deepEqual(sent.map(outline), ['Alert:1201 Alert:1226 Alert:1226 Replace Final']);
  });

  it('say nothing of an alert that the server did not hear of', async () => {
    const { client, party, clock } = side([]);
    assert.equal(await clock.untilSettled(tellAlert(client, party, alert('a'))), undefined);
  });
});
