import { VERDICTS } from '../../verdict/verdict';
import { headlineOf } from '../headline';
import { type Markup, markup } from '../text/markup';
import { duration, plural } from '../text/plural';
import { VERDICT_WORDS } from '../verdict-words';
import type { PageContext } from './page-context';

/** The top of the page: which target, how it ended, how many of what, under which conditions. */
export function headSection(context: PageContext, causes: number): Markup {
  const { run } = context;
  const headline = headlineOf(run);
  return markup`<header class="top">
    <p class="eyebrow">${run.tool.name} ${run.tool.version} · conformance report</p>
    <h1><bdi>${run.target.name}</bdi></h1>
    <div class="line ${headline.tone}" role="status">
    <p class="title">${headline.title}</p>
    <p class="sentence">${headline.sentence}${causes > 0 && markup` · <a href="#causes">${plural(causes, 'cause')}</a>`}</p>
    </div>
    ${countsBar(context)}
    ${certification(context)}
    ${conditions(context)}
    </header>
    `;
}

function countsBar({ run }: PageContext): Markup {
  const present = VERDICTS.filter((verdict) => run.counts[verdict] > 0);
  return markup`<svg class="bar" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 ${Math.max(run.scenarios.length, 1)} 1">${present.map(
    (verdict, index) => {
      const before = present.slice(0, index).reduce((sum, each) => sum + run.counts[each], 0);
      return markup`<rect class="${verdict}" x="${before}" width="${run.counts[verdict]}" height="1"><title>${VERDICT_WORDS[verdict].label}</title></rect>`;
    },
  )}</svg>
    `;
}

function certification({ run }: PageContext): Markup {
  if (run.certifiable)
    return markup`<p class="cert yes"><strong>Certifiable:</strong> the whole suite ran, and nothing stands against it.</p>`;
  return markup`<div class="cert no"><p><strong>Not certifiable</strong> as it stands:</p> <ul>${run.obstacles.map((obstacle) => markup`<li><bdi>${obstacle}</bdi></li>`)}</ul></div>`;
}

function conditions({ run }: PageContext): Markup {
  const { target } = run;
  const kind = target.kind === 'reference' ? 'built-in reference' : 'external implementation';
  return markup`<dl class="meta">
    <div><dt>Target</dt><dd>${kind}${target.address !== undefined && markup`, <code>${target.address}</code>`}</dd></div>
    <div><dt>Link</dt><dd>${target.link}</dd></div>
    <div><dt>Started</dt><dd><time>${run.startedAt}</time></dd></div>
    <div><dt>Took</dt><dd>${duration(run.durationMilliseconds)}</dd></div>
    <div><dt>Seed</dt><dd><code>${run.seed}</code></dd></div>
    <div><dt>Selected</dt><dd>${run.selectors.length === 0 ? 'whole suite' : run.selectors.map((each) => markup`<code>${each}</code> `)}</dd></div>
    </dl>
    `;
}
