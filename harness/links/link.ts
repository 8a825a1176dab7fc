/** Answers one message. The same function serves in-process, behind an HTTP server and behind msw. */
export type Endpoint = (request: Request) => Promise<Response>;

export interface Listener {
  /** Root address without trailing slash: `http://127.0.0.1:43121`. */
  readonly address: string;
  close(): Promise<void>;
}

/** How bytes travel. A link moves messages and knows nothing of what they say. */
export interface Link {
  /** Opens an endpoint of its own address. `name` serves addresses and evidence only. */
  listen(name: string, endpoint: Endpoint): Promise<Listener>;
  /** Sends to an absolute URL. Rejects with LinkFailure, and with nothing else. Follows no redirect. */
  send(request: Request): Promise<Response>;
  close(): Promise<void>;
}

export class LinkFailure extends Error {
  override readonly name = 'LinkFailure';
  readonly kind: 'unreachable' | 'broken' | 'timeout' | 'too-large';
  readonly address: string;

  constructor(kind: LinkFailure['kind'], address: string, detail: string) {
    super(`${address}: ${detail}`);
    this.kind = kind;
    this.address = address;
  }
}
