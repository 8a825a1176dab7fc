/** One line of a story, in the words of docs/vocabulary.md; `rows` is the table under it. */
export interface StoryStep {
  readonly keyword: 'Given' | 'When' | 'Then';
  readonly text: string;
  readonly rows?: readonly Row[];
  /** Requirements that the target does not follow where this step fails; where absent any of the law may be it. */
  readonly shows?: readonly string[];
}

export type Row = readonly [name: string, cell: string];

/** What a law demands of one course of events. Nothing but steps that any scenario can use. */
export type Story = readonly StoryStep[];

export function given(text: string, rows: readonly Row[] = []): StoryStep {
  return step('Given', text, rows);
}

export function when(text: string, rows: readonly Row[] = []): StoryStep {
  return step('When', text, rows);
}

export function then(text: string, rows: readonly Row[] = []): StoryStep {
  return step('Then', text, rows);
}

/** A consequence, with the requirements that it shows. */
export function showing(requirements: string | readonly string[], consequence: StoryStep): StoryStep {
  return { ...consequence, shows: [requirements].flat() };
}

function step(keyword: StoryStep['keyword'], text: string, rows: readonly Row[]): StoryStep {
  return rows.length === 0 ? { keyword, text } : { keyword, text, rows };
}

/** `m1`, `m2` and so on, as the steps name the members that they make. */
export function memberNames(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `m${at + 1}`);
}

/** `"m1", "m2"` */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
