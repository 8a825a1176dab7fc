import { type Law, tagsOf } from './law';
import type { Row, Story, StoryStep } from './story';

/** A story as a scenario that can stand in any feature file, indented as there. */
export function scenarioText(law: Law, story: Story): string {
  const lines = [tagsOf(law).join(' '), `Scenario: ${law.says}`, ...story.flatMap(stepLines)];
  return lines.map((line) => `  ${line}`).join('\n');
}

/** A feature file of one scenario, and the line on which that begins. */
export function featureOf(law: Law, story: Story): { readonly text: string; readonly line: number } {
  return { text: `Feature: ${FEATURE}\n\n${scenarioText(law, story)}\n`, line: LINES_ABOVE + 1 };
}

export const FEATURE = 'Laws';
/** The feature, an empty line, the tags. */
const LINES_ABOVE = 3;

function stepLines(step: StoryStep, at: number, story: Story): readonly string[] {
  const keyword = story[at - 1]?.keyword === step.keyword ? 'And' : step.keyword;
  return [`  ${keyword} ${step.text}`, ...tableLines(step.rows ?? [])];
}

/** Columns stand under each other, as in the features. */
function tableLines(rows: readonly Row[]): readonly string[] {
  const width = (column: 0 | 1) => Math.max(...rows.map((row) => row[column].length));
  return rows.map(([name, cell]) => `    | ${name.padEnd(width(0))} | ${cell.padEnd(width(1))} |`);
}
