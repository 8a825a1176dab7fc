import { encodeInspection } from '../protocol/codec/dm2/inspection';
import type { DeviceInspection } from '../protocol/model/dm2-session';
import { boundedEndpoint } from './bounded-endpoint';
import { plainAnswer } from './plain-answer';

/** The hook through which sessions are looked at. Whoever reaches it sees them. @see dm2.md 4.6 */
export function inspectionEndpoint(
  inspect: (deviceID: string) => DeviceInspection | undefined,
): (message: Request) => Promise<Response> {
  return boundedEndpoint(async (message) => {
    if (message.method !== 'GET') return plainAnswer(405, 'Expected GET.', [['Allow', 'GET']]);
    const deviceID = new URL(message.url).searchParams.get('device');
    if (deviceID === null) return plainAnswer(400, 'Expected ?device=, found none.');
    const inspection = inspect(deviceID);
    if (inspection === undefined) return plainAnswer(404, 'The server knows no such device.');
    const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
    return new Response(encodeInspection(inspection), { headers });
  });
}
