import { encodeAuthorization } from '../protocol/codec/dm2/authorization';
import { encodeNotification } from '../protocol/codec/dm2/notification';
import { encodePushRequest } from '../protocol/codec/dm2/push';
import type { DM2ServerPorts, PushAnswer, PushOrder } from './dm2-server/dm2-server';
import type { PushServiceEntry } from './dm2-server/dm2-server-config';
import type { Transmit } from './http-outbound';

export interface PushRequestOptions {
  /** Nobody is asked where absent. */
  readonly pushService?: PushServiceEntry;
  /** In front of the tokens of reports. */
  readonly reportRoot: string;
}

/** Asks a push service over HTTP to deliver a notification. @see dm2.md 7, 8.1 */
export function pushRequestOutbound(
  transmit: Transmit,
  { pushService, reportRoot }: PushRequestOptions,
): DM2ServerPorts['push'] {
  return async (order, signal) => {
    if (pushService === undefined) return { kind: 'silent' };
    try {
      const { address } = pushService;
      const headers = { 'Content-Type': 'application/json', ...credentialsFor(pushService) };
      const body = bodyFor(order, reportRoot);
      const response = await transmit(
        new Request(address, { method: 'POST', redirect: 'manual', headers, body, signal }),
      );
      response.body?.cancel().catch(() => undefined);
      return answerOf(response);
    } catch {
      return { kind: 'silent' };
    }
  };
}

function credentialsFor({ user, password }: PushServiceEntry): { readonly [name: string]: string } {
  if (user === undefined || password === undefined) return {};
  return { Authorization: encodeAuthorization({ scheme: 'basic', user, password }) };
}

function bodyFor(order: PushOrder, reportRoot: string): string {
  const { pushID, deviceAddress, notification, secret, deliverBefore, reportToken } = order;
  return encodePushRequest({
    pushID,
    address: deviceAddress,
    content: encodeNotification(notification, secret),
    deliverBefore,
    reportTo: `${reportRoot}${reportToken}`,
  });
}

function answerOf({ ok, status }: Response): PushAnswer {
  return ok ? { kind: 'taken' } : { kind: 'refused', status };
}
