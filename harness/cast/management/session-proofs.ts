import { nonceOctets } from '../../../protocol/codec/syncml/digests';
import type { StatusCommand } from '../../../protocol/model/syncml-command';
import type { Challenge } from '../../../protocol/model/syncml-item';
import type { SyncMLHeader, SyncMLMessage } from '../../../protocol/model/syncml-message';
import { AUTHENTICATION_TYPES } from '../../../protocol/tables/syncml/identifiers';
import { type SyncMLStatusName, statusCode } from '../../../protocol/tables/syncml/status-codes';
import type { AuthenticationType, TesterAccount } from './account';
import { challengeOf, type Judgement, judge, type Proof, proofOf } from './credentials';
import type { Habits } from './habits';
import { nonceBefore, replaceNonce } from './replaced-nonces';
import type { MessageArrival } from './syncml-messages';

/** What the peer said of the credentials of the last message. */
export type Reception = 'taken' | 'again' | 'refused';

/** After so many challenges a tester gives up. */
const MOST_CHALLENGES = 3;

const CODE_OF: { readonly [judgement in Judgement]: SyncMLStatusName } = {
  right: 'AUTHENTICATION_ACCEPTED',
  missing: 'MISSING_CREDENTIALS',
  wrong: 'INVALID_CREDENTIALS',
};

/**
 * Who proved what to whom in one session, as one side sees it: the credentials of its own messages, the judgement of the
 * peer's, challenges both ways and the nonces of the account. Both sides do the same. @see DM_Protocol 2.4, DM_Security 5.1.3
 */
export class SessionProofs {
  readonly #account: TesterAccount;
  readonly #side: 'client' | 'server';
  readonly #habits: () => Habits;
  readonly #freshNonce: () => Uint8Array;
  #type: AuthenticationType;
  #refusals = 0;
  #challenged = 0;
  #ownIsDone = false;
  #peerIsKnown = false;
  #forced = 0;

  constructor(
    account: TesterAccount,
    side: 'client' | 'server',
    around: { readonly habits: () => Habits; readonly nonce: () => Uint8Array },
  ) {
    this.#account = account;
    this.#side = side;
    this.#habits = around.habits;
    this.#freshNonce = around.nonce;
    this.#type = account[side].type;
  }

  /** What the message with this number carries. */
  proofFor(messageID: number): Proof {
    const { credentials, usesOldNonce } = this.#habits();
    if (this.#ownIsDone && this.#type !== 'hmac') return {};
    const { nonces } = this.#account;
    const nonce = usesOldNonce ? nonceBefore(nonces, this.#side) : nonces[this.#side];
    return proofOf({ ...this.#account[this.#side], type: this.#type }, nonce, credentials(messageID));
  }

  /** Takes what the peer says of the credentials that it got. */
  learn({ commands }: SyncMLMessage): Reception {
    const status = commands.find((command) => command.kind === 'Status' && command.commandReference === '0');
    if (status?.kind !== 'Status') return 'taken';
    const { nextNonce, type } = status.challenge?.meta ?? {};
    if (nextNonce !== undefined) this.#takeNonce(nonceOctets(nextNonce));
    if (status.code === statusCode('AUTHENTICATION_ACCEPTED')) this.#ownIsDone = true;
    const isRefusal =
      status.code === statusCode('INVALID_CREDENTIALS') || status.code === statusCode('MISSING_CREDENTIALS');
    if (!isRefusal) return status.code < 400 ? 'taken' : 'refused';
    this.#refusals += 1;
    this.#type = typeNamed(type) ?? this.#type;
    return status.challenge !== undefined && this.#refusals < MOST_CHALLENGES ? 'again' : 'refused';
  }

  #takeNonce(nonce: Uint8Array): void {
    replaceNonce(this.#account.nonces, this.#side, nonce);
  }

  judge(arrival: MessageArrival): Judgement {
    const { challenges, acceptsOneMessage } = this.#habits();
    const peer = this.#account[this.#other];
    if (challenges !== undefined && this.#forced < challenges.times) {
      this.#forced += 1;
      return 'missing';
    }
    if (this.#peerIsKnown && peer.type !== 'hmac' && !acceptsOneMessage) return 'right';
    return judge(arrival, peer, [this.#account.nonces[this.#other]]);
  }

  /** Whether it has challenged the peer as often as it will. */
  get isTired(): boolean {
    return this.#challenged > MOST_CHALLENGES;
  }

  get peerIsKnown(): boolean {
    return this.#peerIsKnown;
  }

  /** The status of the header of a message that was judged so. */
  headerStatus({ message: { header } }: MessageArrival, judgement: Judgement): StatusCommand {
    const { type } = this.#account[this.#other];
    const wasKnown = this.#peerIsKnown;
    if (judgement === 'right') this.#peerIsKnown = true;
    else this.#challenged += 1;
    const eachTime = type === 'hmac' || this.#habits().acceptsOneMessage;
    const isFine = judgement === 'right' && (eachTime || wasKnown);
    const status = headerStatusOf(header, statusCode(isFine ? 'OK' : CODE_OF[judgement]));
    if (this.isTired || !this.#needsChallenge(judgement, wasKnown)) return status;
    return { ...status, challenge: this.#challenge() };
  }

  #needsChallenge(judgement: Judgement, wasKnown: boolean): boolean {
    const { type } = this.#account[this.#other];
    if (judgement !== 'right') return true;
    if (type === 'basic') return false;
    return type === 'hmac' || !wasKnown || this.#habits().acceptsOneMessage;
  }

  #challenge(): Challenge {
    const nonce = this.#freshNonce();
    this.#account.nonces[this.#other] = nonce;
    return challengeOf(this.#habits().challenges?.type ?? this.#account[this.#other].type, nonce);
  }

  get #other(): 'client' | 'server' {
    return this.#side === 'client' ? 'server' : 'client';
  }
}

export function headerStatusOf(header: SyncMLHeader, code: number): StatusCommand {
  return {
    kind: 'Status',
    commandID: '',
    messageReference: header.messageID,
    commandReference: '0',
    command: 'SyncHdr',
    targetReferences: [header.target.uri],
    sourceReferences: [header.source.uri],
    code,
    items: [],
  };
}

function typeNamed(name: string | undefined): AuthenticationType | undefined {
  const types = ['basic', 'md5', 'hmac'] as const;
  return types.find((type) => AUTHENTICATION_TYPES[type].toLowerCase() === name?.toLowerCase());
}
