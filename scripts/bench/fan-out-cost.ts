import { type Cost, leastCostOf } from './cost';
import { fanOut, makeLocalGroup } from './member-group';
import { referenceInProcess } from './reference-cse';

export interface FanOutCost {
  readonly members: number;
  /** Of one fan-out, divided by its members. */
  readonly perMember: Cost;
  /** Of making the members and their group, divided by the members. */
  readonly makingPerMember: Cost;
  /** Growth of the heap at the moment when the answer is there, in bytes. */
  readonly heapGrowth: number;
}

/** What a retrieve of all members costs at a CSE in this process that hosts them itself. */
export async function measureLocalFanOut(members: number, tries = 3): Promise<FanOutCost> {
  const cse = referenceInProcess();
  try {
    let path = '';
    const making = await leastCostOf(1, async () => {
      path = await makeLocalGroup(cse, 'pumps', members);
    });
    await fanOut(cse, path, members);
    const before = process.memoryUsage().heapUsed;
    await fanOut(cse, path, members);
    const heapGrowth = process.memoryUsage().heapUsed - before;
    const cost = await leastCostOf(tries, () => fanOut(cse, path, members));
    return {
      members,
      perMember: divided(cost, members),
      makingPerMember: divided(making, members),
      heapGrowth,
    };
  } finally {
    cse.close();
  }
}

export function divided({ wallMilliseconds, cpuMilliseconds }: Cost, by: number): Cost {
  return { wallMilliseconds: wallMilliseconds / by, cpuMilliseconds: cpuMilliseconds / by };
}
