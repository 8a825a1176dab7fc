import { parseAddress } from '../../../protocol/model/identifier';
import { type Refusal, refuse } from '../../../protocol/model/refusal';
import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import { ResponseTypeValue } from '../../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Cse } from '../cse';
import { destinationOf } from '../destination';

const SEGMENT = /^[A-Za-z0-9._~-]+$/;

/**
 * Who is told of results: the targets that the request lists, nobody where the list is empty, and the Originator where
 * there is no list. Who comes back for the result is not told. @see TS-0004 6.3.5.30, 7.3.2.2
 */
export function notificationTargets({ responseType, from }: RequestPrimitive): readonly string[] {
  if (responseType?.value !== ResponseTypeValue.nonBlockingRequestAsynch) return [];
  const { notificationURIs } = responseType;
  if (notificationURIs !== undefined) return [...new Set(notificationURIs)];
  return from === undefined ? [] : [from];
}

/** Targets are resources or URLs, and a URL leads to a host that may be notified. @see TS-0004 6.3.5.30 */
export function checkNotificationTargets(cse: Cse, { responseType }: RequestPrimitive): Refusal | undefined {
  for (const target of responseType?.notificationURIs ?? []) {
    const why = whyNotNotified(cse, target);
    if (why !== undefined) {
      return refuse(
        RSC.BAD_REQUEST,
        `Notification target ${JSON.stringify(target)} ${why}.`,
        'TS-0004 6.3.5.30',
      );
    }
  }
  return undefined;
}

function whyNotNotified(cse: Cse, target: string): string | undefined {
  if (destinationOf(cse.config, target).kind !== 'url') {
    const segments = parseAddress(target)?.segments;
    return segments?.every((segment) => SEGMENT.test(segment)) === true
      ? undefined
      : 'is neither an address nor a URL';
  }
  const host = hostOf(target);
  if (host === undefined) return 'is no URL';
  return cse.config.notificationHosts.some((allowed) => covers(allowed, host))
    ? undefined
    : `is at a host that may not be notified: ${host}`;
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname || undefined : undefined;
}

function covers(allowed: string, host: string): boolean {
  return allowed.startsWith('.') ? host.endsWith(allowed) : host === allowed;
}
