import type { AttributeValue } from '../../../protocol/model/attribute-value';
import type { FilterCriteria } from '../../../protocol/model/request-primitive';
import { FilterOperation } from '../../../protocol/tables/onem2m/enumerations';
import { isRecord, numberList, numberOf, textList } from '../attribute-reading';
import type { Resource } from '../resource';

type Condition = (resource: Resource, value: AttributeValue) => boolean;

/** Timestamps of one format compare as text. */
function timeOf(resource: Resource, name: string): string {
  return String(resource.attributes[name] ?? '');
}

/** The conditions that this CSE judges; others are taken as met. @see TS-0004 table 6.3.5.8-1 */
const CONDITIONS: { readonly [condition: string]: Condition } = {
  createdBefore: (resource, value) => timeOf(resource, 'creationTime') < String(value),
  createdAfter: (resource, value) => timeOf(resource, 'creationTime') > String(value),
  modifiedSince: (resource, value) => timeOf(resource, 'lastModifiedTime') > String(value),
  unmodifiedSince: (resource, value) => timeOf(resource, 'lastModifiedTime') < String(value),
  expireBefore: (resource, value) => timeOf(resource, 'expirationTime') < String(value),
  expireAfter: (resource, value) => timeOf(resource, 'expirationTime') > String(value),
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
