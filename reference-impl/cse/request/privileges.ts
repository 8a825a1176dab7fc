import type { AttributeValue } from '../../../protocol/model/attribute-value';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import { isRecord, textList } from '../attribute-reading';
import type { Cse } from '../cse';
import { canonicalOriginator } from '../originator';
import type { Resource } from '../resource';

export type PrivilegeSet = 'privileges' | 'selfPrivileges';

export interface Wish {
  readonly originator: string;
  /** A flag of m2m:accessControlOperations. */
  readonly privilege: number;
}

/** Conditions that this CSE cannot judge: a rule that carries one grants nothing. */
const CONDITIONS = ['accessControlContexts', 'accessControlObjectDetails', 'accessControlAttributes'];

/** Whether `privileges` or `selfPrivileges` of a policy have a rule for this wish. @see TS-0001 9.6.2.1 */
export function grantsAccess(cse: Cse, policy: Resource, attribute: PrivilegeSet, wish: Wish): boolean {
  const set = policy.attributes[attribute];
  const rules = isRecord(set) ? set.accessControlRule : undefined;
  return Array.isArray(rules) && rules.some((rule) => ruleGrants(cse, rule, wish));
}

function ruleGrants(cse: Cse, rule: AttributeValue, wish: Wish): boolean {
  if (!isRecord(rule) || CONDITIONS.some((condition) => rule[condition] !== undefined)) return false;
  const operations = rule.accessControlOperations;
  if (typeof operations !== 'number' || (operations & wish.privilege) === 0) return false;
  return textList(rule.accessControlOriginators).some((entry) => names(cse, entry, wish.originator));
}

/** An entry is `all`, an identifier with wildcards, or a group of Originators. @see TS-0001 9.6.2.1 */
function names(cse: Cse, entry: string, originator: string): boolean {
  if (entry === 'all') return true;
  if (originator === '') return false;
  if (matchesPattern(canonicalOriginator(cse.config, entry), originator)) return true;
  const group = cse.resolve(entry)?.resource;
  if (group?.resourceType !== ResourceType.group) return false;
  return textList(group.attributes.memberIDs).some((member) => isMember(cse, member, originator));
}

function isMember(cse: Cse, memberID: string, originator: string): boolean {
  if (canonicalOriginator(cse.config, memberID) === originator) return true;
  const member = cse.resolve(memberID)?.resource;
  if (member?.resourceType === ResourceType.AE) return member.resourceID === originator;
  return member?.resourceType === ResourceType.remoteCSE && member.attributes['CSE-ID'] === originator;
}

/** `*` stands for any characters. Linear in the length of the name, whatever the pattern. */
function matchesPattern(pattern: string, name: string): boolean {
  const [first = '', ...parts] = pattern.split('*');
  const last = parts.pop();
  if (last === undefined) return pattern === name;
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length)
    return false;
  let at = first.length;
  for (const part of parts) {
    const found = name.indexOf(part, at);
    if (found === -1 || found + part.length > name.length - last.length) return false;
    at = found + part.length;
  }
  return true;
}
