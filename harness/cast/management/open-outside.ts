import type { Management, ManagementAccount } from '../../config/management';
import { SYNCML_ROLES, type SyncMLRole } from '../../config/syncml-roles';
import type { Target } from '../../config/target';
import { type LateListener, lateListener } from '../../links/late-listener';
import { Inconclusive } from '../../verdict/deviation';
import { openOutside } from '../open-stage';
import { realTime } from '../real-time';
import { tellTarget } from '../tell-target';
import type { TesterNonces } from './account';
import type { Manner, SyncMLStage, UnderTest } from './stage';
import {
  ACTOR_OF_ROLE,
  authenticator,
  countingSessionIDs,
  OPPOSITE_OF_ROLE,
  testerAccount,
} from './syncml-stage';

/**
 * A stage before a server, gateway or device outside this process. Its tester opposite listens where the target file
 * says that the target looks for it.
 */
export async function openExternalSyncMLStage(target: Target, run: string): Promise<SyncMLStage> {
  const { management } = target;
  const role = SYNCML_ROLES.find((candidate) => target.roles.includes(candidate));
  if (management === undefined || role === undefined)
    throw new Error(`${target.name}: the target file has no management, or no role that speaks SyncML`);
  const { stage, link, wiretap } = openOutside(target, run, ACTOR_OF_ROLE[role]);
  for (const address of [management.address, management.notification])
    if (address !== undefined) wiretap.name(address, ACTOR_OF_ROLE[role]);
  const actor = OPPOSITE_OF_ROLE[role];
  const own = await lateListener(stage.linkOf(actor), actor);
  let account: ManagementAccount = management;
  const { trigger } = management;
  const tell: UnderTest['tell'] = async (message) => {
    if (trigger === undefined) throw new Inconclusive(`${target.name} has no trigger in its target file`);
    await tellTarget({ trigger, link, limit: target.ixit.responseTimeout }, message);
  };
  return {
    ...stage,
    kind: 'syncml',
    nextSessionID,
    opposite: { actor, address: own.address, serve: own.serve },
    get underTest() {
      return { ...underTest({ target, management, role, own }, account), tell };
    },
    get serialization() {
      return account.serialization;
    },
    use: async (how) => {
      account = accountFor(target, account, how);
    },
    close: async () => {
      await own.close();
      await stage.close();
    },
  };
}

interface Outside {
  readonly target: Target;
  readonly management: Management;
  readonly role: SyncMLRole;
  readonly own: LateListener;
}

function underTest({ management, role, own }: Outside, account: ManagementAccount): Omit<UnderTest, 'tell'> {
  const { address, gatewayServerID, fanOutRoot, configRoot, testNode, standingGroup } = management;
  const serverID = role === 'dm-gateway' ? gatewayServerID : account.serverID;
  return {
    role,
    actor: ACTOR_OF_ROLE[role],
    account: testerAccount(account, { role, target: management, opposite: own }, noncesOf(account)),
    ...(address !== undefined && { asServer: { serverID, serverAddress: address } }),
    roots: { fanOut: fanOutRoot, config: configRoot, test: testNode },
    ...(standingGroup && {
      standingGroup: {
        uri: standingGroup.uri,
        devices: standingGroup.devices.map(({ deviceID, client, server }) => ({
          deviceID,
          client: authenticator(client),
          server: authenticator(server),
        })),
      },
    }),
  };
}

function accountFor(
  { name, management }: Target,
  present: ManagementAccount,
  how: Manner,
): ManagementAccount {
  const accounts = management === undefined ? [] : [management, ...management.otherAccounts];
  const { authentication, serialization } = how;
  const asPresent = {
    authentication: present.client.authentication,
    serialization: present.serialization,
    ...how,
  };
  const fits =
    accounts.find((account) => fitsManner(account, asPresent)) ??
    accounts.find((account) => fitsManner(account, how));
  if (fits !== undefined) return fits;
  const wanted = [authentication, serialization].filter((part) => part !== undefined).join(' and ');
  throw new Inconclusive(
    `${name} has no account of ${wanted} in its target file: see management.otherAccounts`,
  );
}

function fitsManner(account: ManagementAccount, { authentication, serialization }: Manner): boolean {
  if (authentication !== undefined && account.client.authentication !== authentication) return false;
  return serialization === undefined || account.serialization === serialization;
}

/** The target keeps its nonces from one scenario to the next, so the testers do too. */
const KEPT_NONCES = new Map<string, TesterNonces>();

function noncesOf({ serverID, deviceID, client }: ManagementAccount): TesterNonces {
  const key = JSON.stringify([serverID, deviceID, client.authentication]);
  const kept = KEPT_NONCES.get(key) ?? { client: new Uint8Array(), server: new Uint8Array() };
  KEPT_NONCES.set(key, kept);
  return kept;
}

/** The target remembers sessions as well, and the last run: each begins somewhere else. */
const nextSessionID = countingSessionIDs(1 + (realTime.now() % 0xffff));
