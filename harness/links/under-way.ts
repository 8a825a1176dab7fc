import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Link } from './link';

/** A link of which it is known whether a message is on its way. */
export interface WatchedLink {
  readonly link: Link;
  /** Resolves once no message is on its way, and whoever got the last one has had the time to send another. */
  atRest(): Promise<void>;
}

/** Turns of the event loop in which a message that was received leads to the next. */
const TURNS_TO_REST = 4;

/**
 * Watches a link whose endpoints are all its own, so that virtual time can wait until sockets have done their work.
 * While an endpoint thinks about its answer nothing is on its way: only the endpoint knows how long that takes.
 */
export function watchUnderWay(link: Link): WatchedLink {
  let underWay = 0;
  return {
    link: {
      listen: (name, endpoint) => {
        return link.listen(name, async (request) => {
          underWay -= 1;
          try {
            return await endpoint(request);
          } finally {
            underWay += 1;
          }
        });
      },
      async send(request) {
        underWay += 1;
        try {
          return await link.send(request);
        } finally {
          underWay -= 1;
        }
      },
      close: () => link.close(),
    },
    async atRest() {
      for (let quiet = 0; quiet < TURNS_TO_REST; quiet = underWay === 0 ? quiet + 1 : 0) await nextTurn();
    },
  };
}
