import type { RunResult } from '../verdict/run-result';
import type { ScenarioResult } from '../verdict/scenario-result';
import type { Verdict } from '../verdict/verdict';
import { headlineOf } from './headline';
import { rerunCommand } from './rerun-command';
import { clip } from './text/clip';
import { type Markup, markup } from './text/markup';
import { visibleLine } from './text/visible-text';

/**
 * JUnit's XML, for tools that know no other: failures are the target's, errors are everyone else's, and what was skipped
 * says why. Knows no exchanges; they are in the other reports.
 */
type Outcome = 'passed' | 'failure' | 'error' | 'skipped';

const OUTCOMES: { readonly [verdict in Verdict]: Outcome } = {
  PASS: 'passed',
  WARN: 'passed',
  FAIL: 'failure',
  UNEXPECTED_PASS: 'failure',
  ERROR: 'error',
  INCONCLUSIVE: 'error',
  BLOCKED: 'error',
  EXPECTED_FAIL: 'skipped',
  NOT_APPLICABLE: 'skipped',
};

const LONGEST_TEXT = 8000;

export function junitXml(run: RunResult): string {
  const features = [...new Set(run.scenarios.map(({ feature }) => feature))];
  const suites = features.map((feature) => suite(feature, run));
  return markup`<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="${line(run.tool.name)}" ${totals(run.scenarios)}>
    ${suites}</testsuites>
    `.toString();
}

function suite(feature: string, run: RunResult): Markup {
  const scenarios = run.scenarios.filter((scenario) => scenario.feature === feature);
  return markup`<testsuite name="${line(feature)}" ${totals(scenarios)} timestamp="${line(run.startedAt)}">
    <properties>${conditions(run).map(property)}
    </properties>
    ${scenarios.map((scenario) => testCase(scenario, run))}</testsuite>
    `;
}

function totals(scenarios: readonly ScenarioResult[]): Markup {
  const count = (outcome: Outcome) => scenarios.filter(({ verdict }) => OUTCOMES[verdict] === outcome).length;
  const milliseconds = scenarios.reduce((sum, scenario) => sum + scenario.durationMilliseconds, 0);
  return markup`tests="${scenarios.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}" time="${seconds(milliseconds)}"`;
}

function conditions(run: RunResult): readonly (readonly [string, string])[] {
  return [
    ['tool', `${run.tool.name} ${run.tool.version}`],
    ['target', run.target.name],
    ['target.kind', run.target.kind],
    ['link', run.target.link],
    ['seed', String(run.seed)],
    ['verdict', headlineOf(run).title],
    ['certifiable', String(run.certifiable)],
  ];
}

function testCase(scenario: ScenarioResult, run: RunResult): Markup {
  const name = [...scenario.requirements, scenario.name].join(' ');
  const time = seconds(scenario.durationMilliseconds);
  return markup`<testcase name="${line(name)}" classname="${line(scenario.feature)}" file="${line(scenario.location)}" time="${time}">
    <properties>${facts(scenario).map(property)}
    </properties>
    ${outcome(scenario, run)}</testcase>
    `;
}

function facts(scenario: ScenarioResult): readonly (readonly [string, string])[] {
  const { requirements, verdict, location, control } = scenario;
  return [
    ['verdict', verdict],
    ...requirements.map((id) => ['requirement', id] as const),
    ['location', location],
    ...(control === undefined ? [] : [['control', control] as const]),
  ];
}

function property([name, value]: readonly [string, string]): Markup {
  return markup`
    <property name="${name}" value="${line(value)}"/>`;
}

function outcome(scenario: ScenarioResult, run: RunResult): Markup | undefined {
  const { verdict } = scenario;
  const message = line(messageOf(scenario));
  switch (OUTCOMES[verdict]) {
    case 'failure':
      return markup`<failure type="${verdict}" message="${message}">${details(scenario, run)}</failure>
    `;
    case 'error':
      return markup`<error type="${verdict}" message="${message}">${details(scenario, run)}</error>
    `;
    case 'skipped':
      return markup`<skipped message="${message}"/>
    `;
    case 'passed':
      return verdict === 'WARN'
        ? markup`<system-out>${details(scenario, run)}</system-out>
    `
        : undefined;
  }
}

function messageOf({ verdict, reason, deviation }: ScenarioResult): string {
  if (reason !== undefined) return verdict === 'EXPECTED_FAIL' ? `known failure: ${reason}` : reason;
  if (deviation === undefined) return verdict;
  return `${deviation.what}: expected ${deviation.expected}, got ${deviation.actual}`;
}

function details(scenario: ScenarioResult, run: RunResult): string {
  const { deviation, warnings, failedStep, reason } = scenario;
  const found = [...(deviation === undefined ? [] : [deviation]), ...warnings];
  const lines = [
    ...(reason === undefined ? [] : [`reason    ${reason}`]),
    ...(failedStep === undefined ? [] : [`step      ${failedStep}`]),
    ...found.flatMap(({ what, expected, actual }) => [
      `what      ${what}`,
      `expected  ${expected}`,
      `actual    ${actual}`,
    ]),
    `rerun     ${rerunCommand(scenario, run)}`,
    ...(scenario.law?.scenario === undefined ? [] : ['', ...scenario.law.scenario.split('\n')]),
  ];
  return lines.map((each) => clip(each, LONGEST_TEXT)).join('\n');
}

function line(text: string): string {
  return clip(visibleLine(text), LONGEST_TEXT);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
