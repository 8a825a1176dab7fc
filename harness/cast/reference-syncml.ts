import { DEFAULT_GATEWAY_CONFIG } from '../../reference-impl/dm-gateway/default-gateway-config';
import { countingIds } from '../../reference-impl/runtime/counting-ids';
import { seededRandom } from '../../reference-impl/runtime/seeded-random';
import { completeManagement, type ManagementAccount } from '../config/management';
import { SYNCML_ROLES, type SyncMLRole } from '../config/syncml-roles';
import { type LateListener, lateListener } from '../links/late-listener';
import type { Endpoint } from '../links/link';
import type { WorldParameters } from '../run/world-parameters';
import { deviationOf } from '../variants/deviation-of';
import type { TesterNonces } from './management/account';
import type { FanOutRoots, Manner, SyncMLStage, UnderTest } from './management/stage';
import { withoutSyncMLSecrets } from './management/syncml-redaction';
import {
  ACTOR_OF_ROLE,
  countingSessionIDs,
  OPPOSITE_OF_ROLE,
  PATHS,
  testerAccount,
} from './management/syncml-stage';
import { referenceDmClient } from './reference-dm-client';
import { referenceDmGateway } from './reference-dm-gateway';
import { referenceDmServer } from './reference-dm-server';
import { type InProcess, openInProcess } from './reference-in-process';
import type { PartyGround, ReferenceParty } from './reference-party';
import { tellTarget } from './tell-target';

const PARTIES: { readonly [role in SyncMLRole]: (ground: PartyGround) => ReferenceParty } = {
  'dm-server': referenceDmServer,
  'dm-gateway': referenceDmGateway,
  'dm-client': referenceDmClient,
};

/** Names of the reference and of the testers; the passwords are those that `flowproof serve` has. */
const DEVICE_ID: { readonly [role in SyncMLRole]: string } = {
  'dm-server': 'urn:x-flowproof:gateway',
  'dm-gateway': 'urn:x-flowproof:gateway',
  'dm-client': 'urn:x-flowproof:device',
};
const SERVER_ID = 'com.flowproof.server';

/** Four digits from the first on. */
const FIRST_SESSION_ID = 0x4a79;

const ROOTS: FanOutRoots = { fanOut: './SCM', config: './GwConfig', test: './Test' };

/** A server, gateway or device of the reference in this process, with virtual time. */
export async function openReferenceSyncML(
  parameters: WorldParameters,
  roles: readonly string[],
): Promise<SyncMLStage> {
  const { target } = parameters;
  const role = SYNCML_ROLES.find((known) => roles.includes(known) && target.roles.includes(known));
  if (role === undefined) throw new Error(`the reference plays no role of ${roles.join(', ')}`);
  const first = completeManagement({ serverID: SERVER_ID, deviceID: DEVICE_ID[role] });
  const redactBody = withoutSyncMLSecrets([first.client.password, first.server.password]);
  const open = openInProcess(target, ACTOR_OF_ROLE[role], { redactBody });
  const actor = OPPOSITE_OF_ROLE[role];
  const own = await lateListener(open.link, role);
  open.wiretap.name(own.address, ACTOR_OF_ROLE[role]);
  const opposite = await lateListener(open.stage.linkOf(actor), actor);
  return playedBy(new Deployment({ parameters, role, open, own, opposite }, first));
}

interface Surroundings {
  readonly parameters: WorldParameters;
  readonly role: SyncMLRole;
  readonly open: InProcess;
  readonly own: LateListener;
  readonly opposite: LateListener;
}

/** One party of the reference, which can be deployed anew in another manner. */
class Deployment {
  readonly around: Surroundings;
  account: ManagementAccount;
  party: ReferenceParty;
  underTest: Omit<UnderTest, 'tell'>;

  constructor(around: Surroundings, account: ManagementAccount) {
    this.around = around;
    this.account = account;
    this.underTest = partyUnderTest(around, account);
    this.party = this.#deploy();
  }

  redeploy({ authentication, serialization = this.account.serialization }: Manner): void {
    this.party.close();
    const change = authentication === undefined ? {} : { authentication };
    const { client, server } = this.account;
    this.account = {
      ...this.account,
      serialization,
      client: { ...client, ...change },
      server: { ...server, ...change },
    };
    this.underTest = partyUnderTest(this.around, this.account);
    this.party = this.#deploy();
  }

  #deploy(): ReferenceParty {
    const { parameters, role, open, own } = this.around;
    const { target, seed } = parameters;
    const deviation = deviationOf(parameters, open.clock);
    const transmit: Endpoint = (request) => open.link.send(request);
    const party = PARTIES[role]({
      address: own.address,
      account: this.underTest.account,
      serialization: this.account.serialization,
      roots: ROOTS,
      limits: target.ixit.gfo,
      runtime: { clock: open.clock, ids: countingIds(), random: seededRandom(seed) },
      transmit: deviation?.wrapTransmit?.(transmit) ?? transmit,
      deviation,
    });
    own.serve(deviation?.wrapEndpoint?.(party.endpoint) ?? party.endpoint);
    return party;
  }
}

function partyUnderTest(
  { role, own, opposite }: Surroundings,
  account: ManagementAccount,
): Omit<UnderTest, 'tell'> {
  const nonces: TesterNonces = { client: new Uint8Array(), server: new Uint8Array() };
  const target = { address: own.address + PATHS.messages, notification: own.address + PATHS.notifications };
  const serverID = role === 'dm-gateway' ? DEFAULT_GATEWAY_CONFIG.deviceServerID : account.serverID;
  return {
    role,
    actor: ACTOR_OF_ROLE[role],
    account: testerAccount(account, { role, target, opposite }, nonces),
    ...(role !== 'dm-client' && { asServer: { serverID, serverAddress: target.address } }),
    roots: ROOTS,
  };
}

function playedBy(deployment: Deployment): SyncMLStage {
  const { open, own, opposite, role } = deployment.around;
  const telling = {
    trigger: { url: own.address + PATHS.triggers },
    link: open.link,
    limit: open.stage.target.ixit.responseTimeout,
    time: open.stage.time,
  };
  const tell: UnderTest['tell'] = (trigger) => tellTarget(telling, trigger);
  return {
    ...open.stage,
    kind: 'syncml',
    nextSessionID: countingSessionIDs(FIRST_SESSION_ID),
    opposite: { actor: OPPOSITE_OF_ROLE[role], address: opposite.address, serve: opposite.serve },
    get underTest() {
      return { ...deployment.underTest, tell };
    },
    get serialization() {
      return deployment.account.serialization;
    },
    use: async (how) => deployment.redeploy(how),
    close: async () => {
      deployment.party.close();
      await open.stage.close();
    },
  };
}
