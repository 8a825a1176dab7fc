import type { AskGroupIntent } from '../../protocol/model/application-intent';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';

/** A question that goes to a group. */
export interface Question {
  readonly pointOfAccess: string;
  readonly intent: AskGroupIntent;
  readonly request: RequestPrimitive;
}

/** What has come of one question so far. */
export interface Collection {
  readonly question: Question;
  /** The result of each member that has reported, by the identifier that the trigger gave it. */
  readonly results: Map<string, ResponsePrimitive>;
  /** Where the results can be inquired, once the CSE has said it. */
  requestAddress: string | undefined;
  /** Inquiries since the last news. */
  inquiriesInVain: number;
  /** Calls off the next inquiry. */
  callOff: () => void;
}

export function newCollection(question: Question): Collection {
  return {
    question,
    results: new Map(),
    requestAddress: undefined,
    inquiriesInVain: 0,
    callOff: () => {},
  };
}
