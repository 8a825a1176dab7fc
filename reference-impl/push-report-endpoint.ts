import { decodePushReport } from '../protocol/codec/dm2/push';
import type { PushReport } from '../protocol/model/dm2-push';
import { isRefusal } from '../protocol/model/refusal';
import { boundedEndpoint } from './bounded-endpoint';
import { readJsonPost, refusalAnswer } from './json-post';
import { plainAnswer } from './plain-answer';

const REPORT = { decode: decodePushReport, bytes: 16 * 1024 };

/** What push services tell of notifications; each is told of at an address of its own below `root`. @see dm2.md 8.3 */
export function pushReportEndpoint(
  root: string,
  take: (token: string, report: PushReport) => boolean,
): (message: Request) => Promise<Response> {
  return boundedEndpoint(async (message) => {
    const report = await readJsonPost(message, REPORT);
    if (isRefusal(report)) return refusalAnswer(report);
    const token = new URL(message.url).pathname.slice(root.length);
    if (take(token, report)) return new Response(null, { status: 204 });
    return plainAnswer(404, 'No such notification is waited for.');
  });
}
