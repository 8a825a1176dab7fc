import type { AttributeValue } from '../../../protocol/model/attribute-value';
import type { Window } from './window';

/** A policy as the tester that set it knows it. */
export interface KnownPolicy {
  readonly name: string;
  /** Its resource name at the target. */
  resourceName: string;
  /** Who set it, and can delete it. */
  readonly by: string;
  readonly windows: readonly Window[];
}

/** Protected data that a party sent. */
export interface SentData {
  readonly party: string;
  readonly data: AttributeValue;
  readonly requestIdentifier: string;
}

/** What the testers know of one session of a scenario. */
export class KnownSession {
  readonly name: string;
  /** Who begins it. */
  readonly initiating: string;
  /** Who is invited. */
  readonly target: string;
  /** `undefined` until whoever allocates it has said it. */
  sessionID: string | undefined;
  /** 256 bits in base64url. */
  credentials: string | undefined;
  /** Address of the <session> at the target, SP-relative. */
  address: string | undefined;
  readonly policies: KnownPolicy[] = [];
  readonly sent: SentData[] = [];
  readonly #sequences = new Map<string, number>();

  constructor(name: string, initiating: string, target: string) {
    this.name = name;
    this.initiating = initiating;
    this.target = target;
  }

  /** 1, 2, 3 ... for each endpoint. */
  nextSequence(party: string): number {
    const sequence = 1 + (this.#sequences.get(party) ?? 0);
    this.#sequences.set(party, sequence);
    return sequence;
  }

  get key(): Buffer {
    return Buffer.from(this.credentials ?? '', 'base64url');
  }
}
