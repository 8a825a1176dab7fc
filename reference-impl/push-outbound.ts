import { encodePushReport } from '../protocol/codec/dm2/push';
import { NOTIFICATION_MEDIA_TYPE } from '../protocol/tables/dm2/identifiers';
import type { Transmit } from './http-outbound';
import type { PushPorts } from './push/push-service';

/** Carries notifications and reports of the push service over HTTP. Redirects are answers like others. @see dm2.md 8.2, 8.3 */
export function pushOutbound(transmit: Transmit): Pick<PushPorts, 'deliver' | 'report'> {
  const post = async (request: Request): Promise<number | undefined> => {
    try {
      const response = await transmit(request);
      response.body?.cancel().catch(() => undefined);
      return response.status;
    } catch {
      return undefined;
    }
  };
  return {
    deliver: (address, content, signal) =>
      post(
        new Request(address, {
          ...POST,
          headers: { 'Content-Type': NOTIFICATION_MEDIA_TYPE },
          body: Uint8Array.from(content),
          signal,
        }),
      ),
    report: (address, report, signal) =>
      post(
        new Request(address, {
          ...POST,
          headers: { 'Content-Type': 'application/json' },
          body: encodePushReport(report),
          signal,
        }),
      ),
  };
}

const POST = { method: 'POST', redirect: 'manual' } as const;
