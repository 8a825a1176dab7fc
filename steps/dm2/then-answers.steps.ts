import { CLIENT_BY_THE_BOOK } from '../../harness/cast/dm2/client-tester';
import type { RawAnswer } from '../../harness/cast/dm2/raw-message';
import { SERVER_BY_THE_BOOK } from '../../harness/cast/dm2/server-habits';
import { check, show } from '../../harness/verdict/check';
import { readChallenges } from '../../protocol/codec/dm2/challenges';
import { messageStatus } from '../../protocol/tables/dm2/status-codes';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { argumentOf } from './addresses';
import { begin } from './begin';
import { type Codes, codeText } from './codes';
import { commandText } from './command-table';
import { askPush } from './delivering';
import { readTree } from './device-tree';
import { sessionTime } from './patience';
import { playOf } from './play';
import { letWait } from './waiting-commands';

const TOO_LARGE = messageStatus('CONTENT_TOO_LARGE');

/** Of a message that was too large, the answer may be lost with the connection. */
consequence('{agent} answers {codes}', function (this: FlowproofWorld, agent: string, codes: Codes) {
  const answer = playOf(this).answered();
  if (answer?.isCutOff && codes.allows(TOO_LARGE)) return;
  const actual = answer?.status === undefined ? (answer?.why ?? 'no answer') : codeText(answer.status);
  check(codes.allows(answer?.status), `the answer of ${agent}`, codes.text, actual);
});

/** Of every two messages that are the same, octet by octet. */
consequence('the DM Server answers the same as before', function (this: FlowproofWorld) {
  const sent = playOf(this).runs.flatMap((run) => run.sent);
  const pairs = sent.flatMap((later, index) => {
    const earlier = sent.slice(0, index).findLast(({ message }) => message === later.message);
    return earlier === undefined ? [] : [[earlier.answer, later.answer] as const];
  });
  check(pairs.length > 0, 'the message that is sent again', 'at least one', 'none');
  for (const [first, second] of pairs) {
    const [expected, actual] = [answerText(first), answerText(second)];
    check(actual === expected, 'the answer to the repetition', expected, actual);
  }
});

function answerText({ status, octets }: RawAnswer): string {
  return `${codeText(status)} ${new TextDecoder().decode(octets)}`;
}

consequence('the DM Server challenges with Basic and Digest', function (this: FlowproofWorld) {
  const answer = playOf(this).answered();
  const header = answer?.headers.get('www-authenticate') ?? null;
  const challenges = readChallenges(header);
  const schemes = challenges.filter(({ realm }) => realm !== '').map(({ scheme }) => scheme);
  const holds = answer?.status === 401 && schemes.includes('basic') && schemes.includes('digest');
  const actual = `${codeText(answer?.status)} with ${header ?? 'no challenge'}`;
  check(holds, 'the challenge', 'Basic and Digest (qop auth, SHA-256 or MD5), each with its realm', actual);
});

consequence('the DM Server goes on', async function (this: FlowproofWorld) {
  await begin(this);
  const { client, stage } = this.dm2;
  client.habits = { ...CLIENT_BY_THE_BOOK, scheme: client.habits.scheme };
  const command = ['DELETE', argumentOf(this.dm2, `Nothing//${stage.unique('more')}`)] as const;
  await letWait(this, [command]);
  const run = await stage.time.settle(client.lead(), sessionTime(this));
  const got = run?.commands.flat().map(commandText) ?? [];
  const holds = run?.state === 'ended' && got.includes(commandText(command));
  const actual = run?.state === 'ended' ? got.join(', ') : (run?.last?.answer.why ?? 'no session');
  check(holds, 'the next session', `${commandText(command)}, and END`, actual);
});

consequence('the DM Client goes on', async function (this: FlowproofWorld) {
  const { server, stage } = this.dm2;
  const { asksFor } = server.habits;
  server.habits = { ...SERVER_BY_THE_BOOK, asksFor };
  server.waiting = [];
  const uri = argumentOf(this.dm2, 'DevInfo//DevID');
  const seen = (await readTree(this, [uri])).get(uri);
  const expected = stage.account.deviceID;
  check(seen?.value === expected, 'DevInfo//DevID in a next session', show(expected), show(seen?.value));
});

consequence('the Push Service goes on', async function (this: FlowproofWorld) {
  await begin(this);
  const { client } = this.dm2;
  client.habits = CLIENT_BY_THE_BOOK;
  const before = client.notifications.length;
  await askPush(this, {});
  const count = client.notifications.length - before;
  check(count === 1, 'the next notification', 'delivered once', `${count} deliveries`);
});
