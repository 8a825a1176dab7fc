import type { DM2Scene } from '../../harness/cast/dm2/dm2-scene';
import type { RawMessage } from '../../harness/cast/dm2/raw-message';
import { BODY_FLAWS } from './flaws-of-bodies';
import { COMMAND_FLAWS } from './flaws-of-commands';
import { CREDENTIAL_FLAWS } from './flaws-of-credentials';
import { PACKAGE_FLAWS } from './flaws-of-packages';
import { PUSH_FLAWS } from './flaws-of-push-requests';
import { meaningOf, patternOf } from './wording';

/** What is wrong with a message; the rest of it is by the book. */
export interface Flaw {
  readonly text: string;
  /** It needs a nonce of the server. */
  readonly needsNonce: boolean;
  /** What comes of it is still a message. */
  readonly isHarmless: boolean;
  spoil(message: RawMessage, scene: DM2Scene): RawMessage | Promise<RawMessage>;
}

const FLAWS = [...BODY_FLAWS, ...COMMAND_FLAWS, ...CREDENTIAL_FLAWS, ...PACKAGE_FLAWS, ...PUSH_FLAWS];

export const FLAW_PATTERN = patternOf(FLAWS);

export function flawOf(text: string): Flaw {
  return {
    text,
    needsNonce: /digest|nonce/.test(text),
    isHarmless: /^with an unknown (?:member|alert)$/.test(text),
    spoil: meaningOf(FLAWS, text),
  };
}
