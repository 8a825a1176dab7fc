import type { Exchange } from '../links/exchange';
import { createRedactor, DEFAULT_REDACTION } from '../links/redaction';
import type { RunResult } from '../verdict/run-result';
import type { ScenarioResult } from '../verdict/scenario-result';

/**
 * Takes secrets out of a run before anything is written. The wiretap has redacted what it recorded; this is the second
 * lock. It goes by names only: it does not know which values are secret.
 */

export const REDACTED = '[redacted]';

const SECRET_HEADER =
  /authori[sz]ation|cookie|token|secret|passw(?:or)?d|api-?key|credential|session-?key|private-?key/i;

const redactor = createRedactor({
  ...DEFAULT_REDACTION,
  names: [...DEFAULT_REDACTION.names, 'token', 'api_key', 'apikey', 'secret', 'client_secret'],
});

type Headers = { readonly [name: string]: string };

export function redactRun(run: RunResult): RunResult {
  const { address } = run.target;
  const target = address === undefined ? run.target : { ...run.target, address: redactUrl(address) };
  return { ...run, target, scenarios: run.scenarios.map(redactScenario) };
}

function redactScenario(scenario: ScenarioResult): ScenarioResult {
  return { ...scenario, exchanges: scenario.exchanges.map(redactExchange) };
}

function redactExchange(exchange: Exchange): Exchange {
  const request = { ...redactMessage(exchange.request), url: redactUrl(exchange.request.url) };
  const { response } = exchange;
  return response === undefined
    ? { ...exchange, request }
    : { ...exchange, request, response: redactMessage(response) };
}

function redactMessage<M extends { readonly headers: Headers; readonly body: string }>(message: M): M {
  return { ...message, headers: redactHeaders(message.headers), body: redactor.text(message.body) };
}

export function redactHeaders(headers: Headers): Headers {
  const entries = Object.entries(headers);
  return Object.fromEntries(entries.map(([name, value]) => [name, redactHeader(name, value)]));
}

function redactHeader(name: string, value: string): string {
  return SECRET_HEADER.test(name) ? REDACTED : redactor.header(name, value);
}

/** User information and the values of secret arguments go; the rest stays as it was sent. */
export function redactUrl(url: string): string {
  return redactor.url(url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, `$1${REDACTED}@`));
}
