import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { packageRoot } from '../config/package-root';
import { ResultCollector } from '../run/collect-results';
import { runScenarios } from '../run/cucumber';
import type { PlannedScenario } from '../run/planned-scenario';
import type { Suite } from '../run/suite';
import type { WorldParameters } from '../run/world-parameters';
import type { ScenarioResult } from '../verdict/scenario-result';
import { readTags } from '../verdict/scenario-tags';
import { type Law, tagsOf } from './law';
import { FEATURE, featureOf } from './scenario-text';
import type { Story } from './story';

/**
 * Plays stories as what they are written down as: each is a feature file for as long as it is played, so that the
 * scenario that is shown is the one that failed.
 */
export interface StoryPlayer {
  play(law: Law, story: Story): Promise<ScenarioResult>;
  /** Writes a story down for others to play; it is there until the next one of the law. */
  write(law: Law, story: Story): PlannedScenario;
  close(): void;
}

export function createStoryPlayer(suite: Suite, parameters: WorldParameters): StoryPlayer {
  const folder = mkdtempSync(join(tmpdir(), 'flowproof-laws-'));
  const write = (law: Law, story: Story): PlannedScenario => {
    const file = join(folder, `${law.name}.feature`);
    const { text, line } = featureOf(law, story);
    writeFileSync(file, text);
    return plannedAt(relative(packageRoot, file).replaceAll('\\', '/'), line, law, story);
  };
  return {
    write,
    play: async (law, story) => {
      const scenario = write(law, story);
      const results: ScenarioResult[] = [];
      const collector = new ResultCollector((result) => results.push(result));
      const onMessage = collector.take.bind(collector);
      await runScenarios({ steps: await suite.steps(), scenarios: [scenario], parameters, onMessage });
      const [result] = results;
      if (result === undefined) throw new Error(`the story of ${law.name} was not played`);
      return result;
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function plannedAt(file: string, line: number, law: Law, story: Story): PlannedScenario {
  return { ...lawAsScenario(law), location: `${file}:${line}`, file, line, scenarioLine: line, steps: story };
}

/** A law as the plan and the reports of a run have it: a scenario whose steps are not known yet. */
export function lawAsScenario(law: Law): PlannedScenario {
  const tags = tagsOf(law);
  const file = `laws/${law.name}`;
  const named = { name: law.says, title: law.says, feature: FEATURE };
  return { location: file, file, line: 1, scenarioLine: 1, ...named, tags, ...readTags(tags), steps: [] };
}
