import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { ConfigError } from '../config/config-error';
import { MESSAGES_FILE } from '../report/write-reports';
import type { ScenarioResult } from '../verdict/scenario-result';
import { ResultCollector } from './collect-results';

/** What a run was asked to do, kept beside its messages so that it can be finished later. */
export interface RunRecord {
  readonly target: string;
  readonly seed: number;
  readonly selectors: readonly string[];
}

const RECORD = 'run.json';
const MESSAGES = MESSAGES_FILE;
const REPORTS = [
  'manifest.json',
  'index.html',
  'junit.xml',
  'verdicts.json',
  'coverage.csv',
  'summary.md',
  'badge.svg',
];

export function messagesFileOf(folder: string): string {
  return join(folder, MESSAGES);
}

/** Begins a run in a folder: what an earlier run left there would pass for its report if this one were killed. */
export function startRunRecord(folder: string, record: RunRecord): void {
  mkdirSync(folder, { recursive: true });
  for (const name of [...REPORTS, MESSAGES]) rmSync(join(folder, name), { force: true });
  writeFileSync(join(folder, RECORD), `${JSON.stringify(record, null, 2)}\n`);
}

/** A run that is complete cannot be resumed. */
export function removeRunRecord(folder: string): void {
  rmSync(join(folder, RECORD), { force: true });
}

/** Throws a ConfigError where the folder holds no run of this target. */
export function readRunRecord(folder: string, target: string): RunRecord {
  const file = join(folder, RECORD);
  if (!existsSync(file) || !existsSync(messagesFileOf(folder))) {
    throw notResumable(folder, 'there is no run to resume', 'leave --resume out');
  }
  const record: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isRunRecord(record)) throw notResumable(file, 'is not the record of a run', 'leave --resume out');
  if (record.target !== target) {
    const message = `the run in this folder is of "${record.target}", not of "${target}"`;
    throw notResumable(folder, message, 'give the same target or another --report-dir');
  }
  return record;
}

/**
 * Results of the scenarios that had ended, read from the message stream. A line that was cut off by the end of the
 * process, and errors of the harness, are left out, so that these scenarios run again.
 */
export function readEarlierResults(folder: string): readonly ScenarioResult[] {
  const results = new Map<string, ScenarioResult>();
  const collector = new ResultCollector((result) => results.set(result.location, result));
  for (const line of readFileSync(messagesFileOf(folder), 'utf8').split('\n')) {
    const message = parseEnvelope(line);
    if (message !== undefined) collector.take(message);
  }
  return [...results.values()].filter((result) => result.verdict !== 'ERROR');
}

function parseEnvelope(line: string): Envelope | undefined {
  try {
    const message: Envelope = JSON.parse(line);
    return message;
  } catch {
    return undefined;
  }
}

function isRunRecord(value: unknown): value is RunRecord {
  if (typeof value !== 'object' || value === null) return false;
  const hasTarget = 'target' in value && typeof value.target === 'string';
  const hasSeed = 'seed' in value && typeof value.seed === 'number';
  return hasTarget && hasSeed && 'selectors' in value && Array.isArray(value.selectors);
}

function notResumable(where: string, message: string, advice: string): ConfigError {
  return new ConfigError('The run cannot be resumed', [{ where, path: '', message, advice }]);
}
