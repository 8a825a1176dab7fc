import { type Markup, markup } from '../text/markup';
import { type PageContext, requirementAnchor } from './page-context';

/** A requirement id that leads to its row, with its clause where it is short of space. */
export function requirementLink(id: string, context: PageContext): Markup {
  const row = context.requirement(id);
  if (row === undefined) return markup`<code>${id}</code>`;
  return markup`<a class="req-id" href="#${requirementAnchor(id)}" title="${row.text}">${id}</a>`;
}

/** `SOM-CAST-004, TS-0004 7.4.14.2.4`: how diagrams and causes cite. */
export function citation(id: string, context: PageContext): string {
  const row = context.requirement(id);
  return row === undefined ? id : `${id}, ${row.source}`;
}
