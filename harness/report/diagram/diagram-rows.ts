import type { Exchange } from '../../links/exchange';
import type { DeviationDetail } from '../../verdict/deviation';
import type { ScenarioResult } from '../../verdict/scenario-result';
import { type Crossing, inWireOrder } from './message-order';
import { wrongPart } from './wrong-part';

/** A remark beside a row: what was expected there and what came. */
export interface Mark {
  readonly severity: 'wrong' | 'warning';
  readonly detail: DeviationDetail;
}

/** The rows of a sequence diagram from top to bottom. */
export type DiagramRow =
  | { readonly kind: 'step'; readonly number: number; readonly text: string; readonly failed: boolean }
  | { readonly kind: 'message'; readonly crossing: Crossing; readonly mark?: Mark }
  | { readonly kind: 'missing'; readonly mark: Mark }
  | { readonly kind: 'elided'; readonly count: number };

/** Tells a scenario as rows; knows nothing of coordinates or markup. */
export function diagramRows(scenario: ScenarioResult): readonly DiagramRow[] {
  const { exchanges } = scenario;
  const marks = marksOf(scenario);
  const rows: DiagramRow[] = [];
  const steps = stepsByExchange(scenario);
  for (const crossing of inWireOrder(exchanges)) {
    const isRequest = crossing.part === 'request';
    if (isRequest) rows.push(...(steps.get(crossing.exchange.id) ?? []));
    const mark = marks.find((each) => isMarked(crossing, each, exchanges));
    rows.push({ kind: 'message', crossing, ...(mark === undefined ? {} : { mark }) });
  }
  const unseen = marks.filter(({ detail }) => !exchanges.some(({ id }) => id === detail.exchange));
  return [
    ...rows,
    ...failedStepWithoutMessage(scenario),
    ...unseen.map((mark) => ({ kind: 'missing', mark }) as const),
  ];
}

function marksOf(scenario: ScenarioResult): readonly Mark[] {
  const warnings = scenario.warnings.map((detail) => ({ severity: 'warning', detail }) as const);
  const { deviation } = scenario;
  return deviation === undefined ? warnings : [{ severity: 'wrong', detail: deviation }, ...warnings];
}

function isMarked(crossing: Crossing, { detail }: Mark, exchanges: readonly Exchange[]): boolean {
  const { exchange, part } = crossing;
  return exchange.id === detail.exchange && part === wrongPart(exchange, exchanges);
}

function stepsByExchange(scenario: ScenarioResult): ReadonlyMap<number, readonly DiagramRow[]> {
  const rows = new Map<number, DiagramRow[]>();
  scenario.steps.forEach((step, index) => {
    if (step.firstExchange === undefined) return;
    const known = rows.get(step.firstExchange) ?? [];
    rows.set(step.firstExchange, [...known, stepRow(scenario, index)]);
  });
  return rows;
}

function failedStepWithoutMessage(scenario: ScenarioResult): readonly DiagramRow[] {
  const index = scenario.steps.findIndex(({ status }) => status === 'failed');
  if (index === -1 || scenario.steps[index]?.firstExchange !== undefined) return [];
  return [stepRow(scenario, index)];
}

function stepRow(scenario: ScenarioResult, index: number): DiagramRow {
  const step = scenario.steps[index];
  const text = step === undefined ? '' : `${step.keyword.trim()} ${step.text}`;
  return { kind: 'step', number: index + 1, text, failed: step?.status === 'failed' };
}
