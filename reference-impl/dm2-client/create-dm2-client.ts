import { randomOctets } from '../runtime/random-octets';
import { accountObject } from './account-object';
import { deviceInformation } from './device-information';
import type { DM2Client, KnownServer } from './dm2-client';
import type { DM2ClientConfig, ServerAccount } from './dm2-client-config';
import type { DM2ClientPorts } from './dm2-client-ports';
import type { DM2ClientProcedures } from './dm2-client-procedures';
import { ObjectStore } from './tree/object-store';

export interface DM2ClientParts {
  readonly config: DM2ClientConfig;
  readonly procedures: DM2ClientProcedures;
  readonly ports: DM2ClientPorts;
}

/** The client, ready to be notified and to have things happen in its device. */
export function createDM2Client({ config, procedures, ports }: DM2ClientParts): DM2Client {
  const { objects, limits, servers, showsAccounts } = config;
  const own = [deviceInformation(config), ...(showsAccounts ? [accountObject(config)] : [])];
  const store = new ObjectStore({
    objects: [...own, ...objects],
    limits: limits.tree,
    epoch: Buffer.from(randomOctets(ports.random, 6)).toString('hex'),
  });
  const client: DM2Client = {
    config,
    store,
    servers: new Map(servers.map((account) => [account.serverID, knownServer(account)])),
    defaults: new Map(),
    subscriptions: new Set(),
    executions: 0,
    ports,
    procedures,
  };
  store.onChange(() => procedures.tellSubscribers(client));
  keepTime(client);
  return client;
}

function knownServer(account: ServerAccount): KnownServer {
  return {
    account,
    isMet: false,
    waiting: [],
    notified: new Map(),
    challenges: new Map(),
    keptAlerts: [],
  };
}

/** The timer of the device. @see DM2 B.1 step 1 */
function keepTime(client: DM2Client): void {
  const { config, ports, procedures } = client;
  const { sessionInterval } = config;
  if (sessionInterval === undefined) return;
  ports.clock.after(sessionInterval, () => {
    procedures.takeEvent(client, {});
    keepTime(client);
  });
}
