import type { DeviationDetail } from '../../verdict/deviation';
import { clip } from '../text/clip';
import { type Markup, markup } from '../text/markup';

const LONGEST_VALUE = 4000;

/** Expected and actual, labelled and side by side. `anchor` is the scenario's, for the link to the message. */
export function deviationBox(detail: DeviationDetail, anchor: string): Markup {
  return markup`<div class="dev">
    <p class="what"><bdi>${clip(detail.what, LONGEST_VALUE)}</bdi>${messageLink(detail, anchor)}</p>
    <dl class="ea">
    <div class="exp"><dt>Expected</dt><dd><bdi>${clip(detail.expected, LONGEST_VALUE)}</bdi></dd></div>
    <div class="act"><dt>Actual</dt><dd><bdi>${clip(detail.actual, LONGEST_VALUE)}</bdi></dd></div>
    </dl></div>
    `;
}

function messageLink({ exchange }: DeviationDetail, anchor: string): Markup | undefined {
  if (exchange === undefined) return undefined;
  return markup` <a class="to-msg" href="#${anchor}-m${exchange}">message #${exchange}</a>`;
}
