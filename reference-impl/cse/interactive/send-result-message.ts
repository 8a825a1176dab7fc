import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import type { Cse } from '../cse';
import { destinationOf } from '../destination';
import { pointsOfAccess } from '../request/forward';

/**
 * Brings a result message to its target: a URL, an AE of this CSE by its points of access, or whatever another CSE
 * hosts. It waits for the answer however long that takes, and answers `undefined` where none will come: what is in time
 * is for others to judge. @see IGO 2.2 steps 5 and 6
 */
export async function sendResultMessage(
  cse: Cse,
  message: RequestPrimitive,
): Promise<ResponsePrimitive | undefined> {
  switch (destinationOf(cse.config, message.to).kind) {
    case 'url':
      return ownAnswer(message, await cse.ports.outbound.send(message.to, message));
    case 'cse':
      return cse.send(message);
    default: {
      const target = cse.resolve(message.to)?.resource;
      if (target?.resourceType !== ResourceType.AE) return undefined;
      return firstAnswer(cse, pointsOfAccess(target), message);
    }
  }
}

/** The next point of access is tried when one fails, or is silent for its share of the time to acknowledge. */
function firstAnswer(
  cse: Cse,
  addresses: readonly string[],
  message: RequestPrimitive,
): Promise<ResponsePrimitive | undefined> {
  const { clock, outbound } = cse.ports;
  const share = cse.config.notificationRetry.acknowledgementTimeout / Math.max(addresses.length, 1);
  return new Promise((resolve) => {
    let failed = 0;
    const fail = (): void => {
      failed += 1;
      if (failed >= addresses.length) resolve(undefined);
    };
    const tryFrom = (at: number): void => {
      const address = addresses[at];
      if (address === undefined) return;
      let moved = false;
      const moveOn = (): void => {
        if (!moved) tryFrom(at + 1);
        moved = true;
      };
      const callOff = clock.after(share, moveOn);
      outbound.send(address, message).then(
        (answer) => {
          callOff();
          const own = ownAnswer(message, answer);
          if (own !== undefined) resolve(own);
          else {
            moveOn();
            fail();
          }
        },
        () => {
          callOff();
          moveOn();
          fail();
        },
      );
    };
    if (addresses.length === 0) resolve(undefined);
    tryFrom(0);
  });
}

function ownAnswer(
  message: RequestPrimitive,
  answer: ResponsePrimitive | undefined,
): ResponsePrimitive | undefined {
  return answer?.requestIdentifier === message.requestIdentifier ? answer : undefined;
}
