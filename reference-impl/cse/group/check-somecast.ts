import { type Refusal, refuse } from '../../../protocol/model/refusal';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { FanOutRequest } from './fan-out-request';
import { memberIDsOf } from './group-attributes';

/** The three conditions on Group Somecast Target Number. @see SOM 7.4.14.2.4, SOM 6.4.1 (positiveInteger) */
export function checkSomecast({ request, group }: FanOutRequest): Refusal | undefined {
  const count = request.groupSomecastTargetNumber;
  if (count === undefined) return undefined;
  const total = memberIDsOf(group.attributes).length;
  if (!Number.isInteger(count) || count < 1) return badRequest(`${count} is not a positive integer.`);
  if (count >= total) return badRequest(`${count} is not less than the ${total} members of the group.`);
  if (request.groupRequestTargetMembers !== undefined) {
    return badRequest('Group Request Target Members is present too.');
  }
  if (group.attributes.somecastEnable !== true) return badRequest('somecastEnable of the group is not true.');
  return undefined;
}

function badRequest(why: string): Refusal {
  return refuse(RSC.BAD_REQUEST, `Group Somecast Target Number: ${why}`, 'SOM 7.4.14.2.4');
}
