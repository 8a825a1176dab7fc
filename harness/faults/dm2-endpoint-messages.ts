import type { Endpoint } from './fault';
import { type JsonObject, parsed } from './rewritten-message';

/** Messages of devices and servers in front of a role of DM 2.0, and its answers. It knows HTTP, and no procedure. */
type Wrap = (endpoint: Endpoint) => Endpoint;

/** Packages 1 and 3 on their way into a server. */
export const forPackages = (wrap: Wrap): Wrap => atPath('/dm', wrap);

/** Requests on their way into a push service. */
export const forPushRequests = (wrap: Wrap): Wrap => atPath('/push', wrap);

/** Only what goes there, or below it. */
function atPath(root: string, wrap: Wrap): Wrap {
  return (endpoint) => {
    const deviating = wrap(endpoint);
    return (message) => {
      const { pathname } = new URL(message.url);
      const isThere = pathname === root || pathname.startsWith(`${root}/`);
      return (isThere ? deviating : endpoint)(message);
    };
  };
}

/** Answers with this status where the message is so; its JSON is there where it can be read. */
export function refusing(
  status: number,
  isRefused: (message: Request, json: JsonObject | undefined) => boolean,
): Wrap {
  return (endpoint) => async (message) => {
    const json = parsed(await message.clone().text());
    return isRefused(message, json) ? new Response(null, { status }) : endpoint(message);
  };
}

/** Answers with the status that stands for the one it would answer. */
export function answeringStatus(statuses: { readonly [status: number]: number }): Wrap {
  return (endpoint) => async (message) => {
    const answer = await endpoint(message);
    const { status, headers } = answer;
    return new Response(answer.body, { status: statuses[status] ?? status, headers });
  };
}

/** Carries every message in as a POST to this path, whatever it was. */
export function takingAnyMethod(path: string): Wrap {
  return (endpoint) => async (message) => {
    const { url, method, headers } = message;
    const body = method === 'GET' ? '' : await message.arrayBuffer();
    return endpoint(new Request(new URL(path, url), { method: 'POST', headers, body }));
  };
}

/** Waits for ever for a body that is too long, and answers nobody after it. */
export function stoppedByLongBodies(limit: number): Wrap {
  return (endpoint) => {
    let isStopped = false;
    return async (message) => {
      const body = await message.clone().arrayBuffer();
      isStopped ||= body.byteLength > limit;
      return isStopped ? new Promise(() => undefined) : endpoint(message);
    };
  };
}

/** The objects in a list; none where it is no list. */
export function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.map((one: unknown) => ({ ...Object(one) })) : [];
}
