import { type Markup, markup } from '../text/markup';
import { type DiagramLayout, LABEL_ROOM, MEASURES, noteHeight, type PlacedRow } from './diagram-layout';

/** The remark under a marked arrow: requirement and clause, expected, actual. */
export function noteBox({ note, top, height }: PlacedRow, layout: DiagramLayout): Markup {
  if (note === undefined) return markup``;
  const x = MEASURES.gutter;
  const y = top + height - noteHeight(note) - 6;
  const textAt = x + 12 + LABEL_ROOM * MEASURES.noteCharacter;
  return markup`<g class="note ${note.severity === 'wrong' ? 'bad' : 'odd'}"><rect x="${x}" y="${y}" width="${layout.width - x - 10}" height="${noteHeight(note)}" rx="6"/>${note.lines.map(
    ({ label, text }, index) => {
      const line = y + 18 + index * MEASURES.lineHeight;
      return markup`<text class="key" x="${x + 12}" y="${line}">${label}</text><text class="says" x="${textAt}" y="${line}">${text}</text>`;
    },
  )}</g>
    `;
}
