import { type Markup, markup } from '../text/markup';
import { type ShownVerdict, VERDICT_WORDS } from '../verdict-words';

/** A verdict as sign and word. */
export function verdictBadge(verdict: ShownVerdict): Markup {
  const { label, sign, meaning } = VERDICT_WORDS[verdict];
  return markup`<span class="v ${verdict}" title="${meaning}"><span aria-hidden="true">${sign}</span> ${label}</span>`;
}
