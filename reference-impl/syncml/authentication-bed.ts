import type { Credential } from '../../protocol/model/syncml-item';
import { seededRandom } from '../runtime/seeded-random';
import type { Account, AuthenticationType, Nonces } from './account';
import { type Authentication, type Side, startAuthentication } from './authentication';
import { defaultAuthenticationProcedures as procedures } from './default-authentication-procedures';

/** The user of the example of the specification. @see DM_Protocol 2.4.4.2 */
export const BRUCE = { name: 'Bruce2', password: 'OhBehave' };
export const RIGHT = { type: 'syncml:auth-md5', data: 'Zz6EivR3yeaaENcRN6lpAQ==' };
export const BASIC = { type: 'syncml:auth-basic', data: 'QnJ1Y2UyOk9oQmVoYXZl' };

export function octets(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function begin(type: AuthenticationType, side: Side, nonces: Nonces): Authentication {
  const user = { type, ...BRUCE };
  const account: Account = {
    serverID: 'srv',
    serverAddress: 'http://srv.example/dm',
    deviceID: 'urn:dev',
    client: user,
    server: user,
  };
  return startAuthentication({ account, nonces, side, random: seededRandom(1), procedures });
}

/** The example's nonce for the device; another for the server. */
export function exampleNonces(): Nonces {
  return { client: octets('Nonce'), server: octets('other') };
}

export function credential({ type, data }: { type: string; data: string }): Credential {
  return { meta: { type, format: 'b64' }, data };
}
