import type { Exchange, RecordedMessage } from '../../links/exchange';
import type { ScenarioResult } from '../../verdict/scenario-result';
import { requestWords, responseWords } from '../diagram/message-line';
import { shownBody } from '../management/shown-body';
import { clip } from '../text/clip';
import { type Markup, markup } from '../text/markup';
import { plural } from '../text/plural';
import { listedExchanges, markedExchanges } from './listed-exchanges';
import type { PageContext } from './page-context';

/** The recorded messages of a scenario in words: the diagram for those who do not see it, the bytes for all. */
export function messageList(scenario: ScenarioResult, context: PageContext): Markup | undefined {
  const { exchanges } = scenario;
  if (exchanges.length === 0) return undefined;
  const { text } = context.evidence(scenario);
  const marked = markedExchanges(scenario);
  const listed = listedExchanges(scenario, context);
  const prefix = `${context.anchor(scenario)}-m`;
  return markup`<ol class="msgs" aria-label="Messages">${listed.map((exchange) => item(exchange, `${prefix}${exchange.id}`, marked.has(exchange.id), text))}</ol>
    ${listed.length < exchanges.length && markup`<p class="none">${plural(exchanges.length - listed.length, 'further exchange')}: see verdicts.json.</p>`}`;
}

function item(exchange: Exchange, anchor: string, marked: boolean, limit: number): Markup {
  const { request, response, failure } = exchange;
  const outcome =
    response === undefined
      ? `no answer: ${failure ?? 'none until the end'}`
      : responseWords(response).join(' ');
  const [what, says] = requestWords(request);
  return markup`<li id="${anchor}"><details${marked && markup` open class="bad"`}><summary><b>#${exchange.id}</b> <bdi>${exchange.from}</bdi> → <bdi>${exchange.to}</bdi> <code>${what} ${clip(says, 120)}</code> <span class="out">${clip(outcome, 120)}</span></summary>
    <pre><b>Request</b>
${request.method} ${clip(request.url, limit)}
${messageText(request, limit)}</pre>${
    response !== undefined &&
    markup`<pre><b>Response</b>
${response.status}
${messageText(response, limit)}</pre>`
  }</details></li>
    `;
}

function messageText(message: RecordedMessage, limit: number): string {
  const headers = Object.entries(message.headers).map(([name, value]) => `${name}: ${value}\n`);
  const encoding = message.bodyEncoding === 'base64' ? '(no UTF-8 text, base64)\n' : '';
  const body = message.bodyBytes === 0 ? '' : `\n${shownBody(message) ?? encoding + message.body}`;
  const cut = message.truncated ? `\n(${message.bodyBytes} bytes in all, the end was not recorded)` : '';
  return `${clip(headers.join('') + body, limit)}${cut}`;
}
