import type { AuthenticationType } from '../../harness/cast/management/account';
import type { SessionView, TargetMessage } from '../../harness/cast/management/session-view';
import { check } from '../../harness/verdict/check';
import type { StatusCommand } from '../../protocol/model/syncml-command';
import { AUTHENTICATION_TYPES } from '../../protocol/tables/syncml/identifiers';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { viewOf } from './message-choice';
import { outcomeText } from './outcome';
import { playOf } from './play';

/** What the target says of the credentials of its peer, message by message. */
function headerStatuses({ fromTarget }: SessionView): StatusCommand[] {
  return fromTarget
    .flatMap(({ message }) => message.commands)
    .filter((one): one is StatusCommand => one.kind === 'Status' && one.commandReference === '0');
}

consequence('{target} challenges with {authentication}', function (target: string, type: AuthenticationType) {
  const challenges = headerStatuses(viewOf(this, target)).filter(({ challenge }) => challenge !== undefined);
  const refusing = challenges.filter(({ code }) => code === 401 || code === 407);
  const [first] = refusing;
  check(first !== undefined, `the challenge of ${target}`, 'a status 401 or 407 with Chal', 'none');
  const meta = first?.challenge?.meta;
  const what = `Chal of ${target}`;
  check(meta?.type === AUTHENTICATION_TYPES[type], what, AUTHENTICATION_TYPES[type], meta?.type ?? 'no Type');
  check(meta?.format === 'b64', `Format in ${what}`, 'b64', meta?.format ?? 'none');
  if (type !== 'basic') check(meta?.nextNonce !== undefined, `NextNonce in ${what}`, 'one', 'none');
});

/** In each message that has to have them; the first may be made with a nonce that nobody has any more. */
consequence('the credentials of {target} are right', function (target: string) {
  const view = viewOf(this, target);
  const { account } = playOf(this).clientSession?.tester ?? playOf(this).scene.stage.underTest;
  const { type } = view.target === 'client' ? account.client : account.server;
  const judged = view.fromTarget.filter(needsCredentials(type));
  const last = judged.at(-1);
  check(last?.judgement === 'right', `the credentials of ${target}`, 'right', last?.judgement ?? 'missing');
  const wrong = judged.slice(type === 'hmac' ? 1 : 0).filter(({ judgement }) => judgement === 'wrong');
  const most = type === 'basic' ? 0 : 1;
  check(
    wrong.length <= most,
    `the messages of ${target} with wrong credentials`,
    `${most} at most`,
    `${wrong.length}`,
  );
});

function needsCredentials(type: AuthenticationType) {
  return ({ message, arrival }: TargetMessage): boolean => {
    return type === 'hmac' || message.header.credential !== undefined || arrival.mac !== undefined;
  };
}

consequence('{target} accepts the credentials', function (target: string) {
  const view = viewOf(this, target);
  const { account } = playOf(this).clientSession?.tester ?? playOf(this).scene.stage.underTest;
  const { type } = view.target === 'client' ? account.server : account.client;
  const statuses = headerStatuses(view);
  const codes = statuses.map(({ code }) => code);
  const accepted = statuses.filter(({ code }) => code === 212 || code === 200);
  check(
    accepted.length > 0,
    `the status of SyncHdr of ${target}`,
    '212 or 200',
    codes.map(outcomeText).join(', '),
  );
  if (type !== 'hmac') return;
  for (const { code, challenge } of accepted) {
    check(code === 200, `the status of a signed message by ${target}`, 'OK (200)', outcomeText(code));
    check(challenge?.meta.nextNonce !== undefined, `NextNonce of ${target}`, 'one in every status', 'none');
  }
});

/** In all sessions of the scenario. @see DM_Security 5.1.3.3 */
consequence('{target} gives a new nonce each time', function (target: string) {
  const nonces = noncesOf(this);
  check(nonces.length > 1, `the nonces of ${target}`, 'two or more', `${nonces.length}`);
  check(
    new Set(nonces).size === nonces.length,
    `the nonces of ${target}`,
    'all different',
    nonces.join(', '),
  );
  const short = nonces.find((nonce) => Buffer.from(nonce, 'base64').length < NONCE_LENGTH);
  if (short !== undefined)
    this.warnings.push({
      what: `a nonce of ${target}`,
      expected: `${NONCE_LENGTH} octets or more`,
      actual: short,
    });
});

const NONCE_LENGTH = 16;

function noncesOf(world: FlowproofWorld): string[] {
  const { scene } = playOf(world);
  const asClient = scene.role === 'dm-server' ? [] : scene.server.sessions.flatMap(({ turns }) => turns);
  const asServer = scene.clients.flatMap(({ sessions }) => sessions.flatMap(({ turns }) => turns));
  const messages = [...asClient, ...asServer].flatMap(({ arrival }) =>
    arrival.kind === 'message' ? [arrival.message] : [],
  );
  return messages.flatMap(({ commands }) =>
    commands.flatMap((one) => (one.kind === 'Status' ? (one.challenge?.meta.nextNonce ?? []) : [])),
  );
}

/** Either it answers the challenge with what was asked for, or it ends the session; never with both. */
consequence('{target} keeps to one authentication type', function (target: string) {
  const { fromTarget } = viewOf(this, target);
  const types = fromTarget.map(({ message, arrival }) => {
    const inHeader = message.header.credential?.meta?.type;
    return [
      ...(inHeader === undefined ? [] : [inHeader]),
      ...(arrival.mac ? [AUTHENTICATION_TYPES.hmac] : []),
    ];
  });
  const both = types.find(({ length }) => length > 1);
  check(
    both === undefined,
    `the credentials in one message of ${target}`,
    'of one type',
    (both ?? []).join(' and '),
  );
});
