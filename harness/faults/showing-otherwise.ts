import type { Attributes } from '../../protocol/model/attribute-value';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { type Outstanding, outstandingRequest } from '../../reference-impl/cse/interactive/outstanding';
import type { CseProcedures } from '../../reference-impl/cse/procedures';

type Change = (procedures: CseProcedures) => CseProcedures;

/** A reference whose inquiries show other results than those that are in. */
export function showingOthers(choose: (outstanding: Outstanding) => readonly ResponsePrimitive[]): Change {
  return (procedures) => ({
    ...procedures,
    presentRequest(cse, inquiry, resource) {
      const outstanding = outstandingRequest(cse, resource.resourceID);
      if (outstanding === undefined) return resource;
      const { results } = outstanding;
      const shown = choose(outstanding);
      const kept = results.splice(0, results.length, ...shown);
      const presented = structuredClone(procedures.presentRequest(cse, inquiry, resource));
      results.splice(0, results.length, ...kept);
      return presented;
    },
  });
}

/** A reference whose request resources have other attributes. */
export function showingAttributes(
  change: (shown: Attributes, outstanding: Outstanding) => Attributes,
): Change {
  return (procedures) => ({
    ...procedures,
    presentRequest(cse, inquiry, resource) {
      const presented = procedures.presentRequest(cse, inquiry, resource);
      const outstanding = outstandingRequest(cse, resource.resourceID);
      if (outstanding === undefined) return presented;
      return { ...presented, attributes: change(presented.attributes, outstanding) };
    },
  });
}

/** A reference that takes an inquiry for another one. */
export function inquiredOtherwise(change: (inquiry: RequestPrimitive) => RequestPrimitive): Change {
  return (procedures) => ({
    ...procedures,
    presentRequest: (cse, inquiry, resource) => procedures.presentRequest(cse, change(inquiry), resource),
  });
}
