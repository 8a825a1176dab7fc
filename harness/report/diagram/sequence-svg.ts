import type { ScenarioResult } from '../../verdict/scenario-result';
import { clip, clipMiddle } from '../text/clip';
import { type Markup, markup } from '../text/markup';
import { visibleLine } from '../text/visible-text';
import { type DiagramLayout, layOut, lifelineX, MEASURES, type PlacedRow } from './diagram-layout';
import { diagramRows } from './diagram-rows';
import { elideRows } from './elide-rows';
import { type ArrowContext, messageArrow } from './message-arrow';
import { noteBox } from './note-box';

/**
 * The sequence diagram of a scenario as inline SVG. It has classes and no colours: the page's style sheet gives them, in
 * light and in dark. The list of messages below it says the same in words.
 */
export interface SequenceOptions {
  /** Id of the diagram in the page; the anchors of messages are `<id>-m<number>`. */
  readonly id: string;
  /** Requirement ids with their clauses. */
  readonly citations: readonly string[];
  readonly rowLimit: number;
  /** Numbers of the exchanges that the page lists, and that arrows can lead to. */
  readonly linked: ReadonlySet<number>;
}

export function sequenceSvg(scenario: ScenarioResult, options: SequenceOptions): Markup {
  const layout = layOut(elideRows(diagramRows(scenario), options.rowLimit), options.citations);
  const label = `Sequence diagram: ${scenario.exchanges.length} exchanges between ${layout.lifelines.join(', ')}`;
  const { width, height } = layout;
  const started = scenario.exchanges[0]?.at ?? 0;
  return markup`<svg class="seq" role="img" aria-label="${clip(visibleLine(label), 400)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
    ${layout.lifelines.map((actor, index) => lifeline(actor, index, layout))}
    ${layout.rows.map((placed) => [drawnRow(placed, layout, { ...options, started }), noteBox(placed, layout)])}
    </svg>`;
}

function lifeline(actor: string, index: number, layout: DiagramLayout): Markup {
  const x = lifelineX(index, layout);
  const half = layout.spacing / 2 - 14;
  const name = clipMiddle(visibleLine(actor), Math.floor((half * 2 - 8) / 7.6));
  return markup`<path class="life" d="M${x} 32V${layout.height - 6}"/><rect class="actor" x="${x - half}" y="4" width="${half * 2}" height="28" rx="6"/><text class="actor-name" x="${x}" y="22">${name}</text>
    `;
}

function drawnRow(placed: PlacedRow, layout: DiagramLayout, context: ArrowContext): Markup {
  const { row } = placed;
  switch (row.kind) {
    case 'message':
      return messageArrow({ ...placed, row }, layout, context);
    case 'step':
      return stepBand(placed, layout, `${row.number}. ${row.text}`, row.failed);
    case 'elided':
      return elision(placed, layout, row.count);
    case 'missing':
      return missingArrow(placed, layout, row.mark.detail.what);
  }
}

function stepBand({ top }: PlacedRow, layout: DiagramLayout, text: string, failed: boolean): Markup {
  const room = Math.floor((layout.width - 16) / MEASURES.labelCharacter);
  return markup`<rect class="band" x="0" y="${top + 4}" width="${layout.width}" height="20" rx="4"/><text class="${failed ? 'step bad' : 'step'}" x="8" y="${top + 18}">${clip(visibleLine(text), Math.max(room - 28, 20))}</text>
    `;
}

function elision({ top }: PlacedRow, layout: DiagramLayout, count: number): Markup {
  return markup`<text class="elided" x="${layout.width / 2}" y="${top + 18}">⋮ ${count} more messages, listed below ⋮</text>
    `;
}

function missingArrow({ top }: PlacedRow, layout: DiagramLayout, what: string): Markup {
  const end = layout.width - 10;
  const room = Math.floor((end - 90) / MEASURES.labelCharacter);
  const y = top + 28;
  return markup`<g class="bad"><text class="sign" x="${MEASURES.gutter - 8}" y="${y + 4}">✗</text><path class="lost" d="M${MEASURES.gutter} ${y}H${end}"/><text class="label" x="${(MEASURES.gutter + end) / 2}" y="${y - 7}">${clipMiddle(visibleLine(what), room)}</text></g>
    `;
}
