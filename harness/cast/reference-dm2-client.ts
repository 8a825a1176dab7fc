import { deployDM2Client } from '../../reference-impl/deploy-dm2-client';
import { DEFAULT_DM2_CLIENT_CONFIG } from '../../reference-impl/dm2-client/default-dm2-client-config';
import { defaultDM2ClientProcedures } from '../../reference-impl/dm2-client/default-dm2-client-procedures';
import type { DM2ClientConfig } from '../../reference-impl/dm2-client/dm2-client-config';
import { LAMPS } from '../../reference-impl/dm2-client/lamp-object';
import type {
  InteriorDescription,
  ManagedObject,
  NodeDescription,
} from '../../reference-impl/dm2-client/tree/node-description';
import type { DM2Nodes } from './dm2/account';
import type { DM2Ground, DM2Party } from './reference-dm2-party';

const { moid: LAMP } = LAMPS.description;
const FOREIGN = 'urn:flowproof:mo:foreign:1.0';
/** Given to the server, although the device has none. */
const NOTHING = 'urn:flowproof:mo:nothing:1.0';
const DEVICE_INFORMATION = 'urn:oma:mo:oma-dm-devinfo:1.2';

/** Nodes of the reference client that scenarios speak of. */
export const TEST_NODES: DM2Nodes = {
  testObject: LAMP,
  operation: `${LAMP}/hall/Operations/Blink`,
  failingOperation: `${LAMP}/hall/Operations/Fail`,
  foreignObject: `${FOREIGN}/1/`,
};

/** The reference client of DM 2.0 before a server and repositories that the testers play. */
export function referenceDM2Client(ground: DM2Ground): DM2Party {
  const { dm2, addresses, limits, runtime, transmit, deviation } = ground;
  const { repeatLimit, repeatInterval, responseTimeout, maximumAge, maximumSkew } = limits;
  const { elsewhere, repository, unreachable } = addresses;
  const base = DEFAULT_DM2_CLIENT_CONFIG;
  const config: DM2ClientConfig = {
    ...base,
    deviceID: dm2.deviceID,
    servers: [
      {
        serverID: dm2.serverID,
        serverURI: addresses.server,
        credentials: { user: dm2.user, password: dm2.password, areSentAtOnce: false },
        notification: { secret: Buffer.from(dm2.secret, 'base64'), data: Buffer.from(dm2.data, 'base64') },
        moids: [LAMP, DEVICE_INFORMATION, NOTHING],
      },
    ],
    allowedHosts: [elsewhere, repository, unreachable].map((url) => new URL(url).host),
    objects: [TEST_LAMPS, FOREIGN_OBJECT],
    showsAccounts: true,
    limits: { ...base.limits, repeatLimit, repeatInterval, responseTimeout, maximumAge, maximumSkew },
  };
  return deployDM2Client({
    config: deviation?.configureDM2Client?.(config) ?? config,
    runtime,
    transmit,
    procedures: deviation?.applyToDM2Client?.(defaultDM2ClientProcedures) ?? defaultDM2ClientProcedures,
  });
}

/** Lamps that also have an operation that fails, for which only scenarios ask. */
const TEST_LAMPS: ManagedObject = {
  ...LAMPS,
  description: {
    ...LAMPS.description,
    root: {
      ...LAMPS.description.root,
      nodes: {
        ...LAMPS.description.root.nodes,
        Operations: withFailing(LAMPS.description.root.nodes),
      },
    },
  },
};

function withFailing({ Operations: operations }: InteriorDescription['nodes']): NodeDescription {
  if (operations?.kind !== 'interior') throw new Error('the lamps of the reference have no operations');
  const { Blink } = operations.nodes;
  if (Blink?.kind !== 'leaf') throw new Error('the lamps of the reference do not blink');
  const Fail: NodeDescription = { ...Blink, operation: { duration: 0, status: 500 } };
  return { ...operations, nodes: { ...operations.nodes, Fail } };
}

/** Somebody else's, as the permissions of the account have it. */
const FOREIGN_OBJECT: ManagedObject = {
  description: {
    moid: FOREIGN,
    name: 'Foreign',
    root: { kind: 'interior', nodes: { Name: { kind: 'leaf', type: 'text' } } },
    hasPermanentInstances: false,
  },
  instances: { '1': { Name: 'of another server' } },
};
