/** Two things of a target description that cannot both be meant, or one that needs another. */
export interface Contradiction {
  readonly path: readonly string[];
  readonly message: string;
  readonly advice?: string;
}

export function pathWithoutLaunch(path: readonly string[]): Contradiction {
  const message = 'a path needs launch, which finds out the address it is on';
  return { path, message, advice: 'write the whole address' };
}
