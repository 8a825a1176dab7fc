/**
 * A value that the wire has no way to carry: a line break in a header, an attribute that no table knows, a control
 * character in XML. It is the caller's mistake, so it is thrown; what a peer sent never leads here through a decoder.
 */
export class UnencodableError extends Error {
  override readonly name = 'UnencodableError';
}
