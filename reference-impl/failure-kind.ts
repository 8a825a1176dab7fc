/** What the link says of a message that came to nothing: unreachable, broken, timeout or too-large; undefined if it says nothing. */
export function failureKind(error: unknown): unknown {
  return error instanceof Error && 'kind' in error ? error.kind : undefined;
}
