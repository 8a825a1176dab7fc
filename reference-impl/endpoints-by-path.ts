type Endpoint = (message: Request) => Promise<Response>;

/** One endpoint for several, each at its path; what goes to another path is nobody's. */
export function endpointsByPath(endpoints: { readonly [path: string]: Endpoint }): Endpoint {
  const byPath = new Map(Object.entries(endpoints));
  return async (message) => {
    const endpoint = byPath.get(new URL(message.url).pathname);
    return endpoint === undefined ? new Response(null, { status: 404 }) : endpoint(message);
  };
}
