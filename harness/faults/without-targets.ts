import type { RequestPrimitive } from '../../protocol/model/request-primitive';

/** The same request, or inquiry, about all members. */
export function withoutTargets({
  groupRequestTargetMembers: _targets,
  ...request
}: RequestPrimitive): RequestPrimitive {
  return request;
}
