import type { Link } from './link';
import { copyHeaders } from './message-copy';

/**
 * A link that adds headers to what is sent to one origin, and to no other. It stands under the wiretap, so that
 * credentials never reach the evidence.
 */
export function withAddedHeaders(link: Link, origin: string, added: Readonly<Record<string, string>>): Link {
  return {
    listen: (name, endpoint) => link.listen(name, endpoint),
    close: () => link.close(),
    send(request) {
      if (new URL(request.url).origin !== origin) return link.send(request);
      const headers = copyHeaders(request.headers);
      for (const [name, value] of Object.entries(added)) headers.set(name, value);
      return link.send(new Request(request, { headers }));
    },
  };
}
