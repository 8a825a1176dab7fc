import { AccessControlOperations } from '../../protocol/tables/onem2m/enumerations';

export const EVERYTHING = Object.values(AccessControlOperations).reduce((sum, flag) => sum + flag, 0);

/** A rule that lets one originator do some operations, or all. @see TS-0001 9.6.2 */
export function ruleOf(originator: string, operations: number = EVERYTHING) {
  return { accessControlOriginators: [originator], accessControlOperations: operations };
}
