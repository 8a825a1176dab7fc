import type { Exchange } from '../../links/exchange';
import { clipEnd, clipMiddle } from '../text/clip';
import { type Markup, markup } from '../text/markup';
import { visibleLine } from '../text/visible-text';
import { type DiagramLayout, lifelineX, MEASURES, type PlacedRow } from './diagram-layout';
import type { DiagramRow } from './diagram-rows';
import { requestWords, responseWords } from './message-line';
import type { Crossing } from './message-order';

/** One message of a sequence diagram: the line, its head, its label, its number. Knows nothing of other rows. */

type PlacedMessage = PlacedRow & { readonly row: Extract<DiagramRow, { kind: 'message' }> };

interface Arrow {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

export interface ArrowContext {
  /** Id of the diagram. */
  readonly id: string;
  /** When the first exchange began. */
  readonly started: number;
  /** Numbers of the exchanges that can be linked to. */
  readonly linked: ReadonlySet<number>;
}

const SELF_WIDTH = 34;

export function messageArrow(placed: PlacedMessage, layout: DiagramLayout, context: ArrowContext): Markup {
  const { crossing, mark } = placed.row;
  const { exchange } = crossing;
  const arrow = arrowOf(crossing, layout, placed.top + 25);
  const classes = ['msg', ...(mark === undefined ? [] : [mark.severity === 'wrong' ? 'bad' : 'odd'])];
  const isRequest = crossing.part === 'request';
  const drawn = markup`${mark !== undefined && highlight(placed, layout, mark.severity === 'wrong' ? '✗' : '▲')}${isRequest && margin(exchange, arrow.y, context.started)}${line(crossing, arrow)}${label(crossing, arrow, layout.spacing)}`;
  const name = classes.join(' ');
  if (!context.linked.has(exchange.id)) return markup`<g class="${name}">${drawn}</g>\n`;
  return markup`<a class="${name}" href="#${context.id}-m${exchange.id}" tabindex="-1">${drawn}</a>\n`;
}

function arrowOf({ exchange, part }: Crossing, layout: DiagramLayout, y: number): Arrow {
  const sender = lifelineX(layout.lifelines.indexOf(exchange.from), layout);
  const receiver = lifelineX(layout.lifelines.indexOf(exchange.to), layout);
  return part === 'request' ? { from: sender, to: receiver, y } : { from: receiver, to: sender, y };
}

function highlight({ top, height }: PlacedRow, layout: DiagramLayout, sign: string): Markup {
  return markup`<rect class="glow" x="0" y="${top + 4}" width="${layout.width}" height="${height - 4}" rx="6"/><text class="sign" x="${MEASURES.gutter - 8}" y="${top + 29}">${sign}</text>`;
}

/** Number of the exchange and milliseconds since the first one. */
function margin(exchange: Exchange, y: number, started: number): Markup {
  return markup`<text class="num" x="4" y="${y - 7}">#${exchange.id}<tspan class="time" x="4" dy="12">+${Math.round(exchange.at - started)} ms</tspan></text>`;
}

function line({ exchange, part }: Crossing, arrow: Arrow): Markup {
  if (part === 'response' && exchange.response === undefined) return lostLine(arrow);
  const shape = part === 'request' ? 'req' : 'res';
  const { from, to, y } = arrow;
  if (from === to) {
    return markup`<path class="${shape}" d="M${from} ${y - 8}h${SELF_WIDTH}v8H${to + 8}"/><path class="head" d="M${to} ${y}l8-4v8z"/>`;
  }
  const back = to > from ? -8 : 8;
  return markup`<path class="${shape}" d="M${from} ${y}H${to + back}"/><path class="head" d="M${to} ${y}l${back}-4v8z"/>`;
}

/** An answer that did not come: it begins nowhere and ends in a cross. */
function lostLine({ from, to, y }: Arrow): Markup {
  const middle = (from + to) / 2;
  return markup`<path class="lost" d="M${from} ${y}H${to}"/><path class="cross" d="M${middle - 5} ${y - 5}l10 10m0-10l-10 10"/>`;
}

function label(crossing: Crossing, { from, to, y }: Arrow, spacing: number): Markup {
  const span = Math.max(Math.abs(to - from), spacing);
  const room = Math.floor((span - 20) / MEASURES.labelCharacter);
  const [strong, rest] = words(crossing);
  // Of a path both ends matter, of everything else the beginning.
  const left = Math.max(room - strong.length - 1, 8);
  const text = rest.startsWith('/') ? clipMiddle(visibleLine(rest), left) : clipEnd(visibleLine(rest), left);
  const x = from === to ? from + span / 2 - 10 : (from + to) / 2;
  return markup`<text class="label" x="${x}" y="${y - 6}"><tspan class="op">${strong}</tspan> ${text}</text>`;
}

function words({ exchange, part }: Crossing): readonly [string, string] {
  if (part === 'request') return clipped(requestWords(exchange.request));
  if (exchange.response !== undefined) return clipped(responseWords(exchange.response));
  return ['no answer', exchange.failure ?? ''];
}

function clipped([what, says]: readonly [string, string]): readonly [string, string] {
  return [clipMiddle(what, 34), says];
}
