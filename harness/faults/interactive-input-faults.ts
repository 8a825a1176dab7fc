import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import { parseAbsRelTimestamp } from '../../protocol/model/timestamp';
import { isNonBlocking } from '../../reference-impl/cse/interactive/non-blocking';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import type { Fault } from './fault';

/** What a Date can hold. */
const LATEST = 8_640_000_000_000_000;

/** Deviations of a CSE that takes addresses and times on trust, and fails on those that make no sense. */
export const INTERACTIVE_INPUT_FAULTS: readonly Fault[] = [
  {
    name: 'notification-address-crashes',
    description: 'Reads every notification target as a URL and fails on what is none.',
    catches: ['A notification address that is <what> does not stop the CSE'],
    apply: failingOn(({ responseType }) =>
      (responseType?.notificationURIs ?? []).some((target) => !URL.canParse(target)),
    ),
  },
  {
    name: 'times-crash',
    description: 'Reckons with every time of a request and fails on what is no time to come.',
    catches: ['<parameter> <value> does not stop the CSE'],
    apply: failingOn((request, now) =>
      timesOf(request, now).some((time) => time === undefined || time <= now || time > LATEST),
    ),
  },
  {
    name: 'contradicting-times-crash',
    description: 'Fails on times of a request that come in the wrong order.',
    catches: ['<first> that ends after <second> does not stop the CSE'],
    apply: failingOn((request, now) => {
      const times = timesOf(request, now).map((time) => time ?? now);
      return times.some((time, at) => time < (times[at - 1] ?? time));
    }),
  },
];

/** A reference that fails on some requests for later before it has looked at them. */
function failingOn(isFatal: (request: RequestPrimitive, now: number) => boolean) {
  return (procedures: CseProcedures): CseProcedures => ({
    ...procedures,
    checkPrimitive(cse, request) {
      if (isNonBlocking(request) && isFatal(request, cse.ports.clock.now()))
        throw new RangeError('This cannot be reckoned with.');
      return procedures.checkPrimitive(cse, request);
    },
  });
}

/** The times that are given, in the order in which they should come; `undefined` where one makes no sense. */
function timesOf(request: RequestPrimitive, now: number): readonly (number | undefined)[] {
  const { requestExpirationTimestamp, resultExpirationTimestamp, resultPersistence } = request;
  return [requestExpirationTimestamp, resultExpirationTimestamp, resultPersistence]
    .filter((given) => given !== undefined)
    .map((given) => parseAbsRelTimestamp(given, now));
}
