import type { Management, ManagementAccount, ManagementAuthenticator } from '../../config/management';
import type { SyncMLRole } from '../../config/syncml-roles';
import type { LateListener } from '../../links/late-listener';
import type { Authenticator, TesterAccount, TesterNonces } from './account';
import type { Opposite } from './stage';

/** What every stage of SyncML needs to know of the roles, be the target in this process or outside. */

/** What the target is called in the evidence. */
export const ACTOR_OF_ROLE: { readonly [role in SyncMLRole]: string } = {
  'dm-server': 'the server',
  'dm-gateway': 'the gateway',
  'dm-client': 'the device',
};

/** Who the tester opposite to a role is. A device has the gateway as its server; what it says is the same. */
export const OPPOSITE_OF_ROLE: { readonly [role in SyncMLRole]: Opposite['actor'] } = {
  'dm-server': 'the gateway',
  'dm-gateway': 'the server',
  'dm-client': 'the server',
};

/** Where everybody takes what, below its root. @see docs/profiles/gateway-fan-out.md */
export const PATHS = { messages: '/dm', notifications: '/notification', triggers: '/trigger' } as const;

/** Where the target takes SyncML messages and package 0, as far as it does. */
export type TargetAddresses = Pick<Management, 'address' | 'notification'>;

export interface AccountPlace {
  readonly role: SyncMLRole;
  readonly target: TargetAddresses;
  readonly opposite: Pick<LateListener, 'address'>;
}

/** Identifiers of sessions, one after the other, for package 0. @see DM_Notification 6.2.2.10 */
export function countingSessionIDs(first: number): () => number {
  let next = first;
  return () => {
    const given = next;
    next = (given % LAST_SESSION_ID) + 1;
    return given;
  };
}

/** Of four hexadecimal digits. */
const LAST_SESSION_ID = 0xffff;

/** The account as target and tester know it. */
export function testerAccount(
  account: ManagementAccount,
  { role, target, opposite }: AccountPlace,
  nonces: TesterNonces,
): TesterAccount {
  const { serverID, deviceID } = account;
  const isServer = role === 'dm-server';
  const notification = isServer ? opposite.address + PATHS.notifications : target.notification;
  return {
    serverID,
    serverAddress: isServer ? (target.address ?? '') : opposite.address + PATHS.messages,
    deviceID,
    ...(notification !== undefined && { notificationAddress: notification }),
    client: authenticator(account.client),
    server: authenticator(account.server),
    nonces,
  };
}

export function authenticator({ authentication, name, password }: ManagementAuthenticator): Authenticator {
  return { type: authentication, name, password };
}
