import { resourceTypeProcedures } from '../resource-types';
import { authorize } from './authorize';
import { checkChildType } from './check-child-type';
import { checkExistence } from './check-existence';
import { checkPrimitive } from './check-primitive';
import { checkCreateRepresentation, checkUpdateRepresentation } from './check-representation';
import { checkSupport } from './check-support';
import { create } from './create';
import { deleteResource } from './delete';
import { forward } from './forward';
import { notify } from './notify';
import { notifySubscribers } from './notify-subscribers';
import { permittedByPolicies, permittedBySelfPrivileges } from './permitted-by-policies';
import { perform } from './receive';
import type { RequestProcedures } from './request-procedures';
import { retrieve } from './retrieve';
import { update } from './update';

/** The generic procedures as the documents have them. */
export const defaultRequestProcedures: RequestProcedures = {
  checkPrimitive,
  checkSupport,
  checkExistence,
  authorize,
  permittedByPolicies,
  permittedBySelfPrivileges,
  checkChildType,
  checkCreateRepresentation,
  checkUpdateRepresentation,
  create,
  retrieve,
  update,
  delete: deleteResource,
  notify,
  perform,
  forward,
  notifySubscribers,
  resourceTypeProcedures,
};
