import { basicCredential, md5Credential } from '../../protocol/codec/syncml/digests';
import { AUTHENTICATION_TYPES } from '../../protocol/tables/syncml/identifiers';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { AuthenticationType } from './account';
import type { Authentication, HeaderStatus, OwnProof, Proof, ProofOutcome } from './authentication';
import { askedBy } from './challenge';

/** How one side proves itself, and what it makes of the other's opinion. @see DM_Security 5.1.3, 5.1.4 */

/** A peer offers two challenges at most: one for missing credentials, one for wrong ones. @see DM_Protocol 2.4.1 */
const MOST_REFUSALS = 2;

const ACCEPTED_FOR_SESSION = statusCode('AUTHENTICATION_ACCEPTED');
const REFUSED = [statusCode('INVALID_CREDENTIALS'), statusCode('MISSING_CREDENTIALS')];

/** A header is signed in every message, credentials are left out once they are good for the session. */
export function proofOf({ own }: Authentication): Proof {
  const { name, password } = own.authenticator;
  const secret = { name, password, nonce: own.nonce };
  if (own.type === 'hmac') return { mac: secret, userName: name };
  if (own.isAccepted) return {};
  const meta = { type: AUTHENTICATION_TYPES[own.type], format: 'b64' };
  if (own.type === 'basic') return { credential: { meta, data: basicCredential(secret) } };
  return { credential: { meta, data: md5Credential(secret) }, userName: name };
}

/**
 * The type does not change during a session. A password never leaves in the clear because somebody asked for it: where
 * the account has another type, `basic` is not answered. @see DM_Security 5.1.3
 */
export function answersChallenge(own: OwnProof, type: AuthenticationType): boolean {
  if (own.isChallenged) return type === own.type;
  return type === own.authenticator.type || type !== 'basic';
}

/** The latest nonce is used whoever said it; whether it is kept is another question. @see DM_Security 5.1.3.4 */
export function learnFromStatus({ own, procedures }: Authentication, status: HeaderStatus): ProofOutcome {
  const asked = status.challenge === undefined ? undefined : askedBy(status.challenge);
  if (asked?.nonce !== undefined) own.nonce = asked.nonce;
  if (!REFUSED.includes(status.code)) {
    if (status.code === ACCEPTED_FOR_SESSION) own.isAccepted = true;
    return 'accepted';
  }
  own.refusals += 1;
  own.isAccepted = false;
  if (asked === undefined || own.refusals > MOST_REFUSALS) return 'refused';
  if (!procedures.answersChallenge(own, asked.type)) return 'refused';
  own.type = asked.type;
  own.isChallenged = true;
  return 'again';
}
