import type { AuthenticationProcedures } from './authentication';
import { freshNonce } from './nonces';
import { answersChallenge, learnFromStatus, proofOf } from './own-proof';
import {
  challengeFor,
  codeOf,
  isProvenWith,
  judge,
  keepNonces,
  noncesTaken,
  offersChallenge,
  verdictOn,
} from './peer-proof';

/** Authentication as DM_Protocol 2.4 and DM_Security 5.1 have it. */
export const defaultAuthenticationProcedures: AuthenticationProcedures = {
  freshNonce,
  proofOf,
  answersChallenge,
  learnFromStatus,
  judge,
  verdictOn,
  isProvenWith,
  noncesTaken,
  offersChallenge,
  challengeFor,
  codeOf,
  keepNonces,
};
