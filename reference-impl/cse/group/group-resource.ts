import type { Cse } from '../cse';
import type { Resource } from '../resource';
import type { ResourceTypeProcedures } from '../resource-type';
import { forgetNotificationAddresses } from './notification-address';
import { forgetNotifications } from './notification-aggregation';
import { awaitUnseenMembers, forgetValidation } from './revalidate-members';
import { forgetRotation } from './rotation';
import { forgetCredits } from './weighted-round-robin';

/**
 * <group> as a resource type among others, with its virtual child `fopt`. It joins the generic receiver to the group
 * procedures in force and holds none itself. @see SOM 7.4.13, 7.4.14
 */
export const groupProcedures: ResourceTypeProcedures = {
  create: (cse, request, draft) => cse.procedures.createGroup(cse, request, draft),
  update: (cse, request, current, attributes) =>
    cse.procedures.updateGroup(cse, request, current, attributes),
  created(cse, group, request) {
    awaitUnseenMembers(cse, group.resourceID, request);
    cse.procedures.scheduleRevalidation(cse, group);
  },
  updated(cse, group, request) {
    awaitUnseenMembers(cse, group.resourceID, request);
    cse.procedures.scheduleRevalidation(cse, group);
    cse.procedures.deleteUnneededSubGroups(cse, group);
  },
  deleted: forgetGroup,
  virtual: {
    fopt: (cse, request, group, suffix) => cse.procedures.fanOutPoint(cse, { request, group, suffix }),
  },
};

function forgetGroup(cse: Cse, group: Resource): void {
  const { resourceID } = group;
  cse.procedures.deleteUnneededSubGroups(cse, group);
  forgetValidation(cse, resourceID);
  forgetNotifications(cse, resourceID);
  forgetNotificationAddresses(cse, resourceID);
  forgetRotation(cse, resourceID);
  forgetCredits(cse, resourceID);
}
