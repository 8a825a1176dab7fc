import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { targetAt } from '../run/launch';
import { ConfigError } from './config-error';
import { loadTarget } from './load-target';
import type { Target } from './target';

const HEAD = 'name: app\nics: {}\n';

function loaded(rest: string): Target {
  const file = join(mkdtempSync(join(tmpdir(), 'flowproof-')), 'target.yaml');
  writeFileSync(file, HEAD + rest);
  return loadTarget(file, { environment: {}, icsItems: [] });
}

function problems(rest: string): string[] {
  try {
    loaded(rest);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.problems.map(({ path, message }) => `${path}: ${message}`);
  }
  return [];
}

test('an application over http needs a trigger and no address of a CSE', () => {
  const target = loaded(
    'roles: [ae]\nlink: http\napplication: {trigger: {url: "http://127.0.0.1:1/t"}, csePort: 8080}\n',
  );
  assert.deepEqual(target.application, { trigger: { url: 'http://127.0.0.1:1/t' }, csePort: 8080 });
  assert.deepEqual(problems('roles: [ae]\nlink: http\n'), [
    'application: a target over http in the role ae needs application.trigger',
  ]);
});

test('a command is a trigger too', () => {
  const target = loaded('roles: [ae]\nlink: http\napplication: {trigger: {command: [./tell]}}\n');
  assert.deepEqual(target.application, { trigger: { command: ['./tell'] } });
});

test('two triggers, none, and an unknown key are refused', () => {
  const trigger = (text: string) => `roles: [ae]\nlink: http\napplication: {trigger: ${text}}\n`;
  assert.equal(problems(trigger('{url: "http://h", command: [a]}')).length, 1);
  assert.equal(problems(trigger('{}')).length, 1);
  assert.equal(problems(trigger('{url: ftp://h}')).length, 1);
  assert.deepEqual(problems(trigger('{adress: "http://h"}')), ['application.trigger.adress: unknown key']);
});

test('a path needs a launched program, whose address it is completed with', () => {
  const file = 'roles: [ae]\nlink: http\napplication: {trigger: {url: /trigger}}\n';
  assert.deepEqual(problems(file), [
    'application.trigger.url: a path needs launch, which finds out the address it is on',
  ]);
  const target = loaded(`${file}launch: {command: [app], ready: "on (.*)"}\n`);
  const trigger = targetAt(target, 'http://127.0.0.1:9/').application?.trigger;
  assert.deepEqual(trigger, { url: 'http://127.0.0.1:9/trigger' });
});

test('the built-in reference has no trigger', () => {
  const file = 'roles: [ae]\nlink: in-process\napplication: {trigger: {command: [a]}}\n';
  assert.deepEqual(problems(file), [
    'application: link in-process is the built-in reference, which needs no application.trigger',
  ]);
});
