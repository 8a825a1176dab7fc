/** A page that is made from the code, so that it cannot say anything else than the code. */
export interface Page {
  /** From the folder of the package, with slashes. */
  readonly file: string;
  readonly text: string;
}

/** Says where a page comes from, to whoever is about to edit it. */
export function generatedFrom(source: string): string {
  return `<!-- Generated from ${source}. Edit that, then npm run docs. -->`;
}
