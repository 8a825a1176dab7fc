/** What every decoder answers: the value, or a typed reason. A decoder never throws, whatever the bytes. */
export type Decoded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: DecodeFault };

export interface DecodeFault {
  readonly reason:
    | 'not-utf8'
    | 'syntax'
    | 'too-large'
    | 'too-deep'
    | 'entities'
    | 'wrong-type'
    | 'wrong-shape'
    | 'missing'
    | 'repeated'
    | 'unknown-parameter'
    | 'unsupported-media-type';
  /** Where: a JSON path, an element path, a header or a query argument. */
  readonly where: string;
  /** What was expected and what came, in one sentence. */
  readonly detail: string;
}

export function decoded<T>(value: T): Decoded<T> {
  return { ok: true, value };
}

export function undecodable<T>(reason: DecodeFault['reason'], where: string, detail: string): Decoded<T> {
  return { ok: false, fault: { reason, where, detail } };
}
