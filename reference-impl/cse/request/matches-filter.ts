import type { AttributeValue } from '../../../protocol/model/attribute-value';
import type { FilterCriteria } from '../../../protocol/model/request-primitive';
import { parseTimestamp } from '../../../protocol/model/timestamp';
import { FilterOperation } from '../../../protocol/tables/onem2m/enumerations';
import { isRecord, numberList, numberOf, textList } from '../attribute-reading';
import type { Resource } from '../resource';

type Condition = (resource: Resource, value: AttributeValue) => boolean;

/** By the points in time that they name: fractions of a second may be written or not. What names none meets no condition. */
function isEarlier(one: AttributeValue | undefined, other: AttributeValue | undefined): boolean {
  const [first, second] = [parseTimestamp(String(one ?? '')), parseTimestamp(String(other ?? ''))];
  return first !== undefined && second !== undefined && first < second;
}

/** The conditions that this CSE judges; others are taken as met. @see TS-0004 table 6.3.5.8-1 */
const CONDITIONS: { readonly [condition: string]: Condition } = {
  createdBefore: ({ attributes }, value) => isEarlier(attributes.creationTime, value),
  createdAfter: ({ attributes }, value) => isEarlier(value, attributes.creationTime),
  modifiedSince: ({ attributes }, value) => isEarlier(value, attributes.lastModifiedTime),
  unmodifiedSince: ({ attributes }, value) => isEarlier(attributes.lastModifiedTime, value),
  expireBefore: ({ attributes }, value) => isEarlier(attributes.expirationTime, value),
  expireAfter: ({ attributes }, value) => isEarlier(value, attributes.expirationTime),
  stateTagSmaller: (resource, value) => (numberOf(resource.attributes.stateTag) ?? 0) < Number(value),
  stateTagBigger: (resource, value) => (numberOf(resource.attributes.stateTag) ?? 0) > Number(value),
  sizeAbove: (resource, value) => (numberOf(resource.attributes.contentSize) ?? 0) > Number(value),
  sizeBelow: (resource, value) => (numberOf(resource.attributes.contentSize) ?? 0) < Number(value),
  resourceType: (resource, value) => numberList(value).includes(resource.resourceType),
  labels: (resource, value) => {
    const labels = textList(resource.attributes.labels);
    return textList(value).some((label) => labels.includes(label));
  },
  attribute: (resource, value) =>
    Array.isArray(value) &&
    value.every(
      (wanted: AttributeValue) =>
        isRecord(wanted) && String(resource.attributes[String(wanted.name)]) === String(wanted.value),
    ),
};

/** Whether a resource meets the conditions: all of them, or with filterOperation OR any. @see TS-0004 7.3.3.14 */
export function matchesFilter(resource: Resource, filter: FilterCriteria): boolean {
  const results: boolean[] = [];
  for (const [name, value] of Object.entries(filter)) {
    const condition = CONDITIONS[name];
    if (condition !== undefined) results.push(condition(resource, value));
  }
  if (filter.filterOperation === FilterOperation.OR) return results.length === 0 || results.includes(true);
  return !results.includes(false);
}
