import { visibleLine } from '../text/visible-text';
import { wrap } from '../text/wrap';
import type { DiagramRow, Mark } from './diagram-rows';

/** Where everything of a sequence diagram stands, in SVG units. Knows nothing of markup. */
export const MEASURES = {
  gutter: 62,
  header: 44,
  lineHeight: 15,
  /** Widths of a character of a label and of a note. */
  labelCharacter: 6.9,
  noteCharacter: 6.7,
  /** Where a page on a common screen ends. */
  pageWidth: 1120,
  widestSpacing: 270,
  narrowestSpacing: 150,
} as const;

export interface Note {
  readonly severity: Mark['severity'];
  readonly lines: readonly { readonly label: string; readonly text: string }[];
}

export interface PlacedRow {
  readonly row: DiagramRow;
  /** Upper edge and height. */
  readonly top: number;
  readonly height: number;
  readonly note?: Note;
}

export interface DiagramLayout {
  readonly lifelines: readonly string[];
  readonly rows: readonly PlacedRow[];
  /** Between two lifelines. */
  readonly spacing: number;
  readonly width: number;
  readonly height: number;
}

/** Characters that the labels of a note take up. */
export const LABEL_ROOM = 10;

const ROW_HEIGHT: { readonly [kind in DiagramRow['kind']]: number } = {
  step: 30,
  message: 34,
  missing: 46,
  elided: 28,
};

/** `citations` are the requirements of the scenario with their clauses: they stand in each note. */
export function layOut(rows: readonly DiagramRow[], citations: readonly string[]): DiagramLayout {
  const lifelines = lifelinesOf(rows);
  const spacing = spacingOf(lifelines.length);
  const width = MEASURES.gutter + Math.max(lifelines.length, 2) * spacing;
  const placed: PlacedRow[] = [];
  let top: number = MEASURES.header + 6;
  for (const row of rows) {
    const mark = markOf(row);
    const note = mark === undefined ? undefined : noteOf(mark, citations, width);
    const height = ROW_HEIGHT[row.kind] + (note === undefined ? 0 : noteHeight(note) + 12);
    placed.push({ row, top, height, ...(note === undefined ? {} : { note }) });
    top += height;
  }
  return { lifelines, rows: placed, spacing, width, height: top + 14 };
}

export function lifelineX(index: number, layout: DiagramLayout): number {
  return MEASURES.gutter + (index + 0.5) * layout.spacing;
}

function spacingOf(lifelines: number): number {
  const fitting = Math.floor((MEASURES.pageWidth - MEASURES.gutter) / Math.max(lifelines, 1));
  return Math.min(Math.max(fitting, MEASURES.narrowestSpacing), MEASURES.widestSpacing);
}

export function noteHeight(note: Note): number {
  return note.lines.length * MEASURES.lineHeight + 14;
}

/** In the order in which actors first speak or are spoken to. */
function lifelinesOf(rows: readonly DiagramRow[]): readonly string[] {
  const actors = rows.flatMap((row) => {
    if (row.kind !== 'message') return [];
    const { from, to } = row.crossing.exchange;
    return [from, to];
  });
  return [...new Set(actors)];
}

function markOf(row: DiagramRow): Mark | undefined {
  return row.kind === 'message' || row.kind === 'missing' ? row.mark : undefined;
}

function noteOf({ severity, detail }: Mark, citations: readonly string[], width: number): Note {
  const room = Math.floor((width - MEASURES.gutter - 40) / MEASURES.noteCharacter);
  const labelled = (label: string, text: string) =>
    wrap(visibleLine(text), room - LABEL_ROOM, 4).map((line, index) => ({
      label: index === 0 ? label : '',
      text: line,
    }));
  return {
    severity,
    lines: [
      ...citations.slice(0, 3).flatMap((citation) => labelled('violates', citation)),
      ...labelled('expected', detail.expected),
      ...labelled('actual', detail.actual),
    ],
  };
}
