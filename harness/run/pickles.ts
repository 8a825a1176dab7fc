import type { Envelope, FeatureChild, GherkinDocument, Pickle, RuleChild, Step } from '@cucumber/messages';
import { readTags } from '../verdict/scenario-tags';
import type { PlannedScenario } from './planned-scenario';

/**
 * Turns the pickles of a message stream into scenarios, joined with the documents they came from.
 * It reads messages and knows nothing of running.
 */
export class Pickles {
  readonly #keywords = new Map<string, string>();
  readonly #lines = new Map<string, number>();
  readonly #features = new Map<string, string>();
  readonly #scenarios = new Map<string, PlannedScenario>();

  take(message: Envelope): void {
    if (message.gherkinDocument) this.#readDocument(message.gherkinDocument);
    if (message.pickle) this.#scenarios.set(message.pickle.id, this.#plan(message.pickle));
  }

  scenario(pickleId: string): PlannedScenario | undefined {
    return this.#scenarios.get(pickleId);
  }

  all(): readonly PlannedScenario[] {
    return [...this.#scenarios.values()];
  }

  #readDocument(document: GherkinDocument): void {
    const file = normalise(document.uri ?? '');
    this.#features.set(file, document.feature?.name ?? file);
    for (const child of document.feature?.children ?? []) this.#readChild(child);
  }

  #readChild(child: FeatureChild | RuleChild): void {
    if ('rule' in child) for (const inner of child.rule?.children ?? []) this.#readChild(inner);
    if (child.scenario) this.#lines.set(child.scenario.id, child.scenario.location.line);
    this.#readSteps(child.background?.steps ?? child.scenario?.steps ?? []);
  }

  #readSteps(steps: readonly Step[]): void {
    for (const step of steps) this.#keywords.set(step.id, step.keyword.trim());
  }

  #plan(pickle: Pickle): PlannedScenario {
    const file = normalise(pickle.uri);
    const line = pickle.location?.line ?? 1;
    const tags = pickle.tags.map((tag) => tag.name);
    return {
      location: `${file}:${line}`,
      file,
      line,
      scenarioLine: this.#lines.get(pickle.astNodeIds[0] ?? '') ?? line,
      name: pickle.name,
      feature: this.#features.get(file) ?? file,
      tags,
      ...readTags(tags),
      steps: pickle.steps.map((step) => ({
        keyword: this.#keywords.get(step.astNodeIds[0] ?? '') ?? '*',
        text: step.text,
      })),
    };
  }
}

/** Locations are written with slashes on every system. */
function normalise(uri: string): string {
  return uri.replaceAll('\\', '/');
}
