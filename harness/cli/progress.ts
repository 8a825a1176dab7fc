import { SingleBar } from 'cli-progress';
import type { PlannedScenario } from '../run/planned-scenario';
import type { ScenarioResult } from '../verdict/scenario-result';
import type { Terminal } from './terminal';

/** Shows how far a run is: one live line where a line can be redrawn, plain lines elsewhere. */
export interface Progress {
  begin(total: number): void;
  start(scenario: PlannedScenario): void;
  finish(result: ScenarioResult): void;
  end(): void;
}

export function createProgress(terminal: Terminal): Progress {
  return terminal.isLive ? liveProgress(terminal) : plainProgress(terminal);
}

function liveProgress(terminal: Terminal): Progress {
  const bar = new SingleBar({
    format: '{bar} {value}/{total}  {failed}{name}',
    barsize: 24,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    gracefulExit: false,
    fps: 12,
  });
  let failed = 0;
  return {
    begin: (total) => bar.start(total, 0, { failed: '', name: '' }),
    start: (scenario) => bar.update({ name: clip(scenario.name, 60) }),
    finish: (result) => {
      if (isBad(result)) failed += 1;
      bar.increment(1, { failed: failed === 0 ? '' : terminal.paint.bad(`${failed} not passed  `) });
    },
    end: () => bar.stop(),
  };
}

/** One line per feature file, so that a log stays short; failures have blocks of their own afterwards. */
function plainProgress(terminal: Terminal): Progress {
  let feature: string | undefined;
  let results: ScenarioResult[] = [];
  const flush = (): void => {
    if (feature !== undefined) terminal.line(featureLine(feature, results));
    results = [];
  };
  return {
    begin: () => {},
    start: () => {},
    finish: (result) => {
      if (result.feature !== feature) {
        flush();
        feature = result.feature;
      }
      results.push(result);
    },
    end: () => {
      flush();
      feature = undefined;
    },
  };
}

function featureLine(feature: string, results: readonly ScenarioResult[]): string {
  const bad = results.filter(isBad);
  const passed = results.filter((result) => result.verdict === 'PASS' || result.verdict === 'WARN').length;
  const left = results.length - passed - bad.length;
  const parts = [`${passed} passed`];
  if (bad.length > 0) parts.push(`${bad.length} not passed`);
  if (left > 0) parts.push(`${left} not applicable`);
  return `${bad.length > 0 ? '×' : '✓'} ${feature}: ${parts.join(', ')}`;
}

function isBad({ verdict }: ScenarioResult): boolean {
  return verdict !== 'PASS' && verdict !== 'WARN' && verdict !== 'NOT_APPLICABLE';
}

function clip(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
