import type { Endpoint, Link } from './link';

/** A listener that is there before what answers at it: a role may have to know its own address when it is deployed. */
export interface LateListener {
  readonly address: string;
  /** From now on `endpoint` answers; until then nobody is ready to. */
  serve(endpoint: Endpoint): void;
  close(): Promise<void>;
}

export async function lateListener(link: Link, name: string): Promise<LateListener> {
  let endpoint: Endpoint = async () => new Response(null, { status: 503 });
  const listener = await link.listen(name, (request) => endpoint(request));
  return {
    address: listener.address,
    serve: (late) => {
      endpoint = late;
    },
    close: () => listener.close(),
  };
}
