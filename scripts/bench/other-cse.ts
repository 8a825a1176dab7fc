import { serveReference } from '../../harness/cast/serve-reference';
import { createHttpLink } from '../../harness/links/http';
import { leastCostOf } from './cost';
import type { CseClient } from './http-client';
import { fanOut, makeLocalGroup } from './member-group';

export interface Comparison {
  readonly oursPerMember: number;
  readonly theirsPerMember: number;
}

/**
 * Wall time per member of the same fan-out over HTTP at the reference and at another CSE that listens at `url`, in
 * turn. Of the other only HTTP is known; what is made there stays until it ends.
 */
export async function compareFanOut(
  url: string,
  other: { readonly base: string; readonly originator: string },
  members: number,
): Promise<Comparison> {
  const link = createHttpLink();
  const ours = await serveReference({ host: '127.0.0.1', port: 0, config: {} });
  const client = (address: string, base: string, originator: string): CseClient => ({
    transmit: (request) => link.send(request),
    base: `${address}/${base}`,
    originator,
  });
  try {
    const { resourceName, adminOriginator } = ours.config;
    return {
      oursPerMember: await perMember(client(ours.address, resourceName, adminOriginator), members),
      theirsPerMember: await perMember(
        client(url.replace(/\/+$/, ''), other.base, other.originator),
        members,
      ),
    };
  } finally {
    await Promise.all([link.close(), ours.close()]);
  }
}

async function perMember(client: CseClient, members: number): Promise<number> {
  const path = await makeLocalGroup(client, `bench-${process.pid}`, members);
  await fanOut(client, path, members);
  const { wallMilliseconds } = await leastCostOf(5, () => fanOut(client, path, members));
  return wallMilliseconds / members;
}
