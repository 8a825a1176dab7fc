import { collectLedger } from '../collect-ledger';
import { type Markup, markup } from '../text/markup';
import type { PageContext } from './page-context';

const LISTED = 5;

/** Where a document allows two readings: which one the target chose. No verdict depends on it. */
export function ledgerSection(context: PageContext): Markup {
  const lines = collectLedger(context.run);
  return markup`<section id="readings" aria-labelledby="h-readings"><h2 id="h-readings">Readings <span class="n">${lines.length}</span></h2>
    <p>Where a document can be read in two ways, this is the reading that the target chose. No verdict depends on it.</p>
    ${
      lines.length === 0
        ? markup`<p class="none">No such place was touched.</p>`
        : markup`<div class="scroll" tabindex="0" role="group" aria-label="Table of readings, scrolls sideways"><table>
    <thead><tr><th scope="col">Place</th><th scope="col">Reading of the target</th><th scope="col">Seen in</th></tr></thead>
    <tbody>${lines.map(
      ({ ambiguity, reading, scenarios }) =>
        markup`<tr><th scope="row"><code>${ambiguity}</code></th><td><bdi>${reading}</bdi></td><td>${scenarios.slice(0, LISTED).map((scenario) => markup`<a class="sl" href="#${context.anchor(scenario)}"><bdi>${scenario.name}</bdi></a>`)}${scenarios.length > LISTED && `and ${scenarios.length - LISTED} more`}</td></tr>`,
    )}</tbody></table></div>`
    }</section>
    `;
}
