import type {
  Envelope,
  FeatureChild,
  GherkinDocument,
  Pickle,
  RuleChild,
  Scenario,
  Step,
} from '@cucumber/messages';
import { readTags } from '../verdict/scenario-tags';
import type { PlannedScenario } from './planned-scenario';

/**
 * Turns the pickles of a message stream into scenarios, joined with the documents they came from.
 * It reads messages and knows nothing of running.
 */
export class Pickles {
  readonly #keywords = new Map<string, string>();
  readonly #written = new Map<string, WrittenScenario>();
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
    if (child.scenario) this.#written.set(child.scenario.id, writtenScenario(child.scenario));
    this.#readSteps(child.background?.steps ?? child.scenario?.steps ?? []);
  }

  #readSteps(steps: readonly Step[]): void {
    for (const step of steps) this.#keywords.set(step.id, step.keyword.trim());
  }

  #plan(pickle: Pickle): PlannedScenario {
    const file = normalise(pickle.uri);
    const line = pickle.location?.line ?? 1;
    const written = this.#written.get(pickle.astNodeIds[0] ?? '') ?? { line, title: pickle.name };
    const tags = pickle.tags.map((tag) => tag.name);
    return {
      location: `${file}:${line}`,
      file,
      line,
      scenarioLine: written.line,
      name: pickle.name,
      title: written.title,
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

/** A scenario or an outline as the document has it, before its examples are filled in. */
interface WrittenScenario {
  readonly line: number;
  readonly title: string;
}

function writtenScenario({ location, name }: Scenario): WrittenScenario {
  return { line: location.line, title: name };
}

/** Locations are written with slashes on every system. */
function normalise(uri: string): string {
  return uri.replaceAll('\\', '/');
}
