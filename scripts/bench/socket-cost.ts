import { serveReference } from '../../harness/cast/serve-reference';
import { createHttpLink } from '../../harness/links/http';
import { DEFAULT_CONFIG } from '../../reference-impl/cse/default-config';
import { type Cost, leastCostOf } from './cost';
import { divided } from './fan-out-cost';
import { type CseClient, create, retrieve } from './http-client';
import { fanOut, makeGroup } from './member-group';

const CONTAINER = 3;
const REMOTE_CSE = 16;
const LOOPBACK = { host: '127.0.0.1', port: 0 };
/** More members than any group here has: each member shall be asked for itself. */
const NO_SUB_GROUPS = { minimumMembers: Number.MAX_SAFE_INTEGER };
const ROUNDS = 200;

export interface SocketCost {
  readonly retrieve: Cost;
  /** Of a fan-out to a second CSE, divided by its members. Both CSEs and the client share this process. */
  readonly perMember: Cost;
}

/** Retrieves over HTTP, and fans out over HTTP to members that a second reference CSE hosts. */
export async function measureSockets(members: number): Promise<SocketCost> {
  const link = createHttpLink();
  const first = await serveReference({ ...LOOPBACK, config: { subGroups: NO_SUB_GROUPS } });
  // The administrator of the first CSE, as the second sees him, administers both.
  const originator = `${DEFAULT_CONFIG.cseID}/${DEFAULT_CONFIG.adminOriginator}`;
  const second = await serveReference({
    ...LOOPBACK,
    config: { cseID: '/cse2', adminOriginator: originator },
  });
  const client = (address: string, from: string): CseClient => ({
    transmit: (request) => link.send(request),
    base: `${address}/${DEFAULT_CONFIG.resourceName}`,
    originator: from,
  });
  try {
    const asking = client(first.address, DEFAULT_CONFIG.adminOriginator);
    await introduce(asking, second.address);
    const memberIDs = await makeMembers(client(second.address, originator), members);
    const path = await makeGroup(asking, 'remote', memberIDs);
    await fanOut(asking, path, members);
    const perMember = divided(await leastCostOf(3, () => fanOut(asking, path, members)), members);
    return { retrieve: await retrieveCost(asking), perMember };
  } finally {
    await Promise.all([link.close(), first.close(), second.close()]);
  }
}

/** Of one retrieve, on average over many in a row. */
export async function retrieveCost(client: CseClient): Promise<Cost> {
  const inARow = async (): Promise<void> => {
    for (let round = 0; round < ROUNDS; round += 1) await retrieve(client, '');
  };
  await inARow();
  return divided(await leastCostOf(3, inARow), ROUNDS);
}

/** Lets a CSE know where /cse2 is. */
function introduce(client: CseClient, pointOfAccess: string): Promise<void> {
  const attributes = {
    rn: 'cse2',
    csi: '/cse2',
    cb: `/cse2/${DEFAULT_CONFIG.resourceName}`,
    rr: true,
    poa: [pointOfAccess],
    srv: ['3'],
  };
  return create(client, { type: REMOTE_CSE, content: { 'm2m:csr': attributes } });
}

async function makeMembers(client: CseClient, count: number): Promise<readonly string[]> {
  const names = Array.from({ length: count }, (_, index) => `remote-${index + 1}`);
  for (const rn of names) await create(client, { type: CONTAINER, content: { 'm2m:cnt': { rn } } });
  return names.map((name) => `/cse2/${DEFAULT_CONFIG.resourceName}/${name}`);
}
