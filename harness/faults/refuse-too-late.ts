import type { Refusal } from '../../protocol/model/refusal';
import type { Cse } from '../../reference-impl/cse/cse';
import type { FanOutRequest } from '../../reference-impl/cse/group/fan-out-request';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import { refused } from '../../reference-impl/cse/response';

type Check = (cse: Cse, fanOut: FanOutRequest) => Refusal | undefined | Promise<Refusal | undefined>;
type Ask = (cse: Cse, fanOut: FanOutRequest) => FanOutRequest | Promise<FanOutRequest>;

/**
 * For faults of order: a fan-out point that carries out what it is going to refuse. `ask` says what is carried out
 * where the request as it came would be refused on the way.
 */
export function refuseTooLate(
  procedures: CseProcedures,
  check: Check,
  ask: Ask = (_cse, fanOut) => fanOut,
): CseProcedures['fanOutPoint'] {
  return async (cse, fanOut) => {
    const refusal = await check(cse, fanOut);
    if (refusal === undefined) return procedures.fanOutPoint(cse, fanOut);
    await procedures.fanOutPoint(cse, await ask(cse, fanOut));
    return refused(fanOut.request, refusal);
  };
}
