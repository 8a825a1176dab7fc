import { fanOut } from '../../fan-out/fan-out';
import type { Cse } from '../cse';
import type { Resource } from '../resource';
import { memberIDsOf } from './group-attributes';
import { DEFAULT_WEIGHT } from './member-weight';
import { perCse } from './per-cse';

/** The part of the result expiration that reading weights may take. */
const PATIENCE = 0.1;

/** Credit of each member of each group: what it is owed, in shares of a request. */
const credits = perCse(() => new Map<string, Map<string, number>>());

interface Candidate {
  readonly memberID: string;
  readonly weight: number;
}

/**
 * Smooth weighted round robin, for any number of members at a time. With every request each candidate earns its
 * weight times the number to choose, those with the highest credit are chosen, and each pays the sum of all weights.
 * After as many requests as that sum, each was chosen in exact proportion. A member whose share is more than every
 * request is chosen every time and leaves the others to share the rest. @see SOM 6.3.4.2.X
 */
export async function chooseWeightedRoundRobin(
  cse: Cse,
  group: Resource,
  count: number,
): Promise<readonly string[]> {
  const candidates = await candidatesOf(cse, group);
  const { always, others } = splitByShare(candidates, count);
  const chosen = chooseByCredit(creditsOf(cse, group), others, count - always.length);
  return [...always, ...chosen].map(({ memberID }) => memberID);
}

export function forgetCredits(cse: Cse, groupID: string): void {
  credits(cse).delete(groupID);
}

/** The members with their weights; whose weight cannot be read soon counts like one without a label. */
async function candidatesOf(cse: Cse, group: Resource): Promise<readonly Candidate[]> {
  const { clock } = cse.ports;
  const memberIDs = memberIDsOf(group.attributes);
  const weights = await fanOut(clock, {
    members: memberIDs,
    ask: (memberID) => cse.procedures.memberWeight(cse, group, memberID),
    concurrency: cse.config.fanOutConcurrency,
    deadline: clock.now() + cse.config.resultExpiration * PATIENCE,
  });
  return memberIDs.map((memberID, at) => ({ memberID, weight: weights[at] ?? DEFAULT_WEIGHT }));
}

/** Tells apart those whose share is at least one of every request, the heaviest first. */
function splitByShare(
  candidates: readonly Candidate[],
  count: number,
): { readonly always: readonly Candidate[]; readonly others: readonly Candidate[] } {
  const byWeight = [...candidates].sort((one, other) => other.weight - one.weight);
  let total = sumOfWeights(byWeight);
  let always = 0;
  for (const { weight } of byWeight) {
    if (always === count || (count - always) * weight < total) break;
    always += 1;
    total -= weight;
  }
  const heavy = new Set(byWeight.slice(0, always));
  return { always: [...heavy], others: candidates.filter((candidate) => !heavy.has(candidate)) };
}

function chooseByCredit(
  credit: Map<string, number>,
  candidates: readonly Candidate[],
  count: number,
): readonly Candidate[] {
  if (count === 0) return [];
  const total = sumOfWeights(candidates);
  for (const { memberID, weight } of candidates) {
    credit.set(memberID, (credit.get(memberID) ?? 0) + count * weight);
  }
  const creditOf = ({ memberID }: Candidate): number => credit.get(memberID) ?? 0;
  const chosen = [...candidates].sort((one, other) => creditOf(other) - creditOf(one)).slice(0, count);
  for (const candidate of chosen) credit.set(candidate.memberID, creditOf(candidate) - total);
  return chosen;
}

/** The credit of those who are members now; who has left is forgotten. */
function creditsOf(cse: Cse, group: Resource): Map<string, number> {
  const before = credits(cse).get(group.resourceID);
  const credit = new Map<string, number>();
  for (const memberID of memberIDsOf(group.attributes)) credit.set(memberID, before?.get(memberID) ?? 0);
  credits(cse).set(group.resourceID, credit);
  return credit;
}

function sumOfWeights(candidates: readonly Candidate[]): number {
  return candidates.reduce((sum, { weight }) => sum + weight, 0);
}
