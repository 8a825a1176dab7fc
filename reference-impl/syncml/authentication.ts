import type { NonceSecret } from '../../protocol/codec/syncml/digests';
import type { Challenge, Credential } from '../../protocol/model/syncml-item';
import type { Random } from '../runtime/random';
import type { Account, AuthenticationType, Authenticator, Nonces } from './account';
import type { ReceivedMessage } from './envelope';

/**
 * Authentication of one session as one side sees it: how it proves itself, and what it thinks of the other. Both sides
 * do both, by the same rules. It knows headers, and nothing of what a message asks for.
 * @see DM_Protocol 2.4, DM_Security 5.1.3, 5.1.4
 */
export interface Authentication {
  readonly side: Side;
  readonly own: OwnProof;
  readonly peer: PeerProof;
  /** Those that outlive the session. */
  readonly nonces: Nonces;
  readonly random: Random;
  readonly procedures: AuthenticationProcedures;
}

export type Side = 'client' | 'server';

/** How this side stands with proving itself. */
export interface OwnProof {
  readonly authenticator: Authenticator;
  /** That of the account until the other side asks for another. */
  type: AuthenticationType;
  /** The latest heard, whoever said it. */
  nonce: Uint8Array;
  /** The one that was kept last, or that the session began with. */
  keptNonce: Uint8Array;
  isChallenged: boolean;
  /** The other side wants no credentials any more in this session. */
  isAccepted: boolean;
  refusals: number;
}

/** How the other side stands with proving itself. */
export interface PeerProof {
  readonly authenticator: Authenticator;
  /** What its next credentials are to be made with. */
  nonce: Uint8Array;
  /** The one that was kept last, or that the session began with. */
  keptNonce: Uint8Array;
  mayUseDefaultNonce: boolean;
  /** It was challenged, or it has proved itself: from now on nothing but the right type will do. */
  isBound: boolean;
  /** It needs no credentials any more in this session. */
  isAccepted: boolean;
  failures: number;
}

/** What goes with a message of this side. */
export interface Proof {
  readonly credential?: Credential;
  readonly mac?: NonceSecret;
  /** For Source/LocName. @see DM_RepPro 4.1.1.9 */
  readonly userName?: string;
}

/** What this side thinks of a message of the other; its body counts only where it is `accepted`. */
export interface Judgement {
  readonly verdict: Verdict;
  /** The status of the header; where it refuses, that of each command as well. */
  readonly code: number;
  readonly challenge?: Challenge;
  /** Nothing more is offered: the session ends with the answer. */
  readonly isLast: boolean;
}

export type Verdict = 'accepted' | 'missing' | 'wrong' | 'wrong-type';

/** What the other side thinks of this one: done, to be tried again as the challenge says, or given up. */
export type ProofOutcome = 'accepted' | 'again' | 'refused';

export interface HeaderStatus {
  readonly code: number;
  readonly challenge?: Challenge;
}

export interface AuthenticationProcedures {
  freshNonce(random: Random): Uint8Array;

  /** What goes with the next message. */
  proofOf(authentication: Authentication): Proof;
  /** Whether this side wants to prove itself as the other asks. */
  answersChallenge(own: OwnProof, type: AuthenticationType): boolean;
  /** Takes the status that the other side gave to the header of this one's message. */
  learnFromStatus(authentication: Authentication, status: HeaderStatus): ProofOutcome;

  /** Called once for each message, before anything in it counts. */
  judge(authentication: Authentication, received: ReceivedMessage): Judgement;
  verdictOn(authentication: Authentication, received: ReceivedMessage): Verdict;
  /** Whether the credentials are those that this nonce makes. */
  isProvenWith(peer: PeerProof, received: ReceivedMessage, nonce: Uint8Array): boolean;
  noncesTaken(peer: PeerProof): readonly Uint8Array[];
  /** Whether a side that failed gets one more chance. */
  offersChallenge(peer: PeerProof, verdict: Verdict): boolean;
  /** What the other side is asked for, with the nonce that it is to use next. */
  challengeFor(peer: PeerProof): Challenge;
  codeOf(peer: PeerProof, verdict: Verdict): number;

  /** Keeps what the next session needs; called when everything in a message was learned. */
  keepNonces(authentication: Authentication): void;
}

export interface AuthenticationStart {
  readonly account: Account;
  readonly nonces: Nonces;
  readonly side: Side;
  readonly random: Random;
  readonly procedures: AuthenticationProcedures;
}

/** At the begin of a session; nonces are taken as they stand. */
export function startAuthentication(start: AuthenticationStart): Authentication {
  const { account, nonces, side, random, procedures } = start;
  const other = otherSide(side);
  const nonce = nonces.defaultNonce ?? nonces[side];
  const own: OwnProof = {
    authenticator: account[side],
    type: account[side].type,
    nonce,
    keptNonce: nonce,
    isChallenged: false,
    isAccepted: false,
    refusals: 0,
  };
  const peer: PeerProof = {
    authenticator: account[other],
    nonce: nonces[other],
    keptNonce: nonces[other],
    mayUseDefaultNonce: nonces.defaultNonce !== undefined,
    isBound: false,
    isAccepted: false,
    failures: 0,
  };
  return { side, own, peer, nonces, random, procedures };
}

export function otherSide(side: Side): Side {
  return side === 'client' ? 'server' : 'client';
}
