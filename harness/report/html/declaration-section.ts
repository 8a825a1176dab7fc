import { type Markup, markup } from '../text/markup';
import type { PageContext } from './page-context';

/** What the target declares to support. */
export function declarationSection({ run }: PageContext): Markup {
  const items = Object.entries(run.ics);
  return markup`<section id="declared" aria-labelledby="h-declared"><h2 id="h-declared">Declared <span class="n">${items.length}</span></h2>
    ${items.length === 0 ? markup`<p class="none">Nothing was declared.</p>` : markup`<ul class="ics">${items.map(([item, supported]) => markup`<li><code>${item}</code> ${supported ? '✓ supported' : '– not supported'}</li>`)}</ul>`}</section>
    `;
}
