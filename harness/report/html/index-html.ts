import { createHash } from 'node:crypto';
import type { RunResult } from '../../verdict/run-result';
import { groupCauses } from '../group-causes';
import { markup, ownMarkup } from '../text/markup';
import { causeSection } from './cause-section';
import { declarationSection } from './declaration-section';
import { headSection } from './head-section';
import { ledgerSection } from './ledger-section';
import { pageContext } from './page-context';
import { PAGE_SCRIPT } from './page-script';
import { PAGE_STYLE } from './page-style';
import { requirementSection } from './requirement-section';
import { scenarioSection } from './scenario-section';

/**
 * The report for people: one page that needs no network. Its policy lets the browser run this script, use this style
 * sheet and nothing else, so that even an escape that failed could do nothing.
 */
export function indexHtml(run: RunResult): string {
  const context = pageContext(run);
  const causes = groupCauses(run.scenarios);
  const page = markup`<!doctype html>
    <html lang="en"><head><meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${ownMarkup(policy())}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">
    <title>${run.target.name}: conformance report</title>
    <link rel="icon" href="data:,">
    <style>${ownMarkup(PAGE_STYLE)}</style></head>
    <body><a class="skip" href="#main">Skip to the report</a>
    ${headSection(context, causes.length)}
    <nav aria-label="Sections"><a href="#causes">Causes</a><a href="#scenarios">Scenarios</a><a href="#requirements">Requirements</a><a href="#readings">Readings</a><a href="#declared">Declared</a></nav>
    <main id="main" tabindex="-1">
    ${causeSection(causes, context)}
    ${scenarioSection(context)}
    ${requirementSection(context)}
    ${ledgerSection(context)}
    ${declarationSection(context)}
    </main>
    <footer><p>Everything a target sent is shown as text. Characters that cannot be seen are written as <code>\\u{…}</code>; secrets as <code>[redacted]</code>. The complete record is in <code>verdicts.json</code> and <code>messages.ndjson</code>.</p></footer>
    <script>${ownMarkup(PAGE_SCRIPT)}</script></body></html>
    `;
  return page.toString();
}

function policy(): string {
  const sources = `script-src '${hashOf(PAGE_SCRIPT)}'; style-src '${hashOf(PAGE_STYLE)}'; img-src data:`;
  return `default-src 'none'; ${sources}; base-uri 'none'; form-action 'none'`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
