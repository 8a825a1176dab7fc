import type { DiagramRow } from './diagram-rows';

const AROUND_A_MARK = 6;

/** Keeps a diagram readable: of more than `limit` rows, the first, the last and those around a mark are drawn. */
export function elideRows(rows: readonly DiagramRow[], limit: number): readonly DiagramRow[] {
  if (rows.length <= limit) return rows;
  const head = Math.ceil(limit * 0.6);
  const tail = limit - head;
  const kept = rows.map((row, index) => index < head || index >= rows.length - tail || isMark(row));
  const near = rows.map((_, index) => kept[index] === true || nearMark(rows, index));
  const drawn: DiagramRow[] = [];
  let count = 0;
  rows.forEach((row, index) => {
    if (near[index] === true) {
      if (count > 0) drawn.push({ kind: 'elided', count });
      count = 0;
      drawn.push(row);
    } else {
      count += row.kind === 'message' ? 1 : 0;
    }
  });
  return drawn;
}

function nearMark(rows: readonly DiagramRow[], index: number): boolean {
  return rows.slice(Math.max(index - AROUND_A_MARK, 0), index + AROUND_A_MARK + 1).some(isMark);
}

function isMark(row: DiagramRow): boolean {
  return row.kind === 'missing' || (row.kind === 'message' && row.mark !== undefined);
}
