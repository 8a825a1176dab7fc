import { plainAnswer } from './plain-answer';

type Endpoint = (message: Request) => Promise<Response>;

/**
 * One endpoint for several, each at its path, or below it where the path ends in a slash; what goes to another path is
 * nobody's.
 */
export function endpointsByPath(endpoints: { readonly [path: string]: Endpoint }): Endpoint {
  const byPath = new Map(Object.entries(endpoints));
  const below = [...byPath.entries()].filter(([path]) => path.endsWith('/'));
  return async (message) => {
    const { pathname } = new URL(message.url);
    const endpoint = byPath.get(pathname) ?? below.find(([root]) => pathname.startsWith(root))?.[1];
    if (endpoint === undefined) return plainAnswer(404, `Nobody takes messages at ${pathname}.`);
    return endpoint(message);
  };
}
