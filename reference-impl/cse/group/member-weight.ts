import type { Attributes } from '../../../protocol/model/attribute-value';
import { textList } from '../attribute-reading';
import type { Cse } from '../cse';
import type { Resource } from '../resource';
import { perCse } from './per-cse';
import { readMember } from './read-member';
import { isFanOutPoint, parentAddress } from './virtual-member';

const WEIGHT_LABEL = /^weight:([1-9]\d{0,5})$/;

/** Of a member without such a label. */
export const DEFAULT_WEIGHT = 1;

interface KnownWeight {
  readonly weight: number;
  readonly readAt: number;
}

/** Weights of members on other CSEs, so that a choice does not cost each of them a request. */
const remoteWeights = perCse(() => new Map<string, KnownWeight>());

/**
 * The weight of a member: its label `weight:<n>`, 1 without one. Labels of other CSEs are read in the name of the
 * group's creator and kept for a while.
 */
export async function memberWeight(cse: Cse, group: Resource, memberID: string): Promise<number> {
  const here = cse.resolve(memberID);
  if (here !== undefined) return labelledWeight(here.resource.attributes);
  const now = cse.ports.clock.now();
  const known = remoteWeights(cse).get(memberID);
  if (known !== undefined && now - known.readAt < cse.config.revalidationInterval) return known.weight;
  const address = isFanOutPoint(memberID) ? parentAddress(memberID) : memberID;
  const read = await readMember(cse, group.createdBy, address);
  const weight = read.kind === 'read' ? labelledWeight(read.resource.attributes) : DEFAULT_WEIGHT;
  remoteWeights(cse).set(memberID, { weight, readAt: now });
  return weight;
}

function labelledWeight(attributes: Attributes): number {
  for (const label of textList(attributes.labels)) {
    const match = WEIGHT_LABEL.exec(label);
    if (match !== null) return Number(match[1]);
  }
  return DEFAULT_WEIGHT;
}
