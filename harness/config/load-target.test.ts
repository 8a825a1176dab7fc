// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how target files name the environment
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ConfigError } from './config-error';
import { loadTarget } from './load-target';
import type { Target } from './target';

const folder = mkdtempSync(join(tmpdir(), 'flowproof-target-'));
const surroundings = {
  environment: { TOKEN: 's3cret', PORT: '8080' },
  icsItems: ['group', 'group.somecast', 'xml'],
};

function load(text: string): Target {
  const file = join(folder, 'my-cse.yaml');
  writeFileSync(file, text);
  return loadTarget(file, surroundings);
}

function problemsOf(text: string): readonly string[] {
  try {
    load(text);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ where, path, message, advice }) =>
      [where, path, message, advice].join(' | '),
    );
  }
  return [];
}

const MINIMAL = `name: Hub
roles: [group-hosting-cse]
link: http
cse: { url: "http://127.0.0.1:8080/" }
ics: { group: true }
`;

test('a minimal file is completed with the documented defaults', () => {
  const target = load(MINIMAL);
  assert.equal(target.cse.url, 'http://127.0.0.1:8080');
  assert.equal(target.cse.cseID, '/cse1');
  assert.equal(target.cse.releaseVersion, '3');
  assert.equal(target.tester.host, '127.0.0.1');
  assert.equal(target.ixit.responseTimeout, 5000);
  assert.equal(target.names.somecastEnable, 'some');
  assert.deepEqual(target.names.groupRequestTargetMembersHttp, { in: 'query', name: 'grtm', project: true });
});

test('${NAME} is filled in from the environment, in values only', () => {
  const text = MINIMAL.replace('8080', '${PORT}')
    .replace('"http', '"http')
    .replace('cse: {', 'cse: { headers: { Authorization: "Bearer ${TOKEN}" },');
  const target = load(text);
  assert.equal(target.cse.url, 'http://127.0.0.1:8080');
  assert.deepEqual(target.cse.headers, { Authorization: 'Bearer s3cret' });
});

test('a variable that is not set is named, and nothing else is said of its value', () => {
  assert.deepEqual(problemsOf(MINIMAL.replace('8080', '${NO_SUCH}')), [
    'my-cse.yaml:4 | cse.url | the environment has no variable NO_SUCH | set it: export NO_SUCH=...',
  ]);
});

test('a secret that stands in the file is refused', () => {
  assert.deepEqual(problemsOf(MINIMAL.replace('cse: {', 'cse: { headers: { X-Api-Key: abc },')), [
    'my-cse.yaml:4 | cse.headers.X-Api-Key | a secret must not stand in the file | ' +
      'put it into an environment variable and write ${NAME}',
  ]);
});

test('unknown keys and unknown ICS items get the nearest known one as advice', () => {
  assert.deepEqual(
    problemsOf(MINIMAL.replace('url:', 'urll: x, url:').replace('group: true', 'group.somcast: true')),
    [
      'my-cse.yaml:4 | cse.urll | unknown key | did you mean "url"?',
      'my-cse.yaml:5 | ics.group.somcast | unknown ICS item | did you mean "group.somecast"?',
    ],
  );
});

test('every problem is listed at once, each with its line and what was expected', () => {
  const text = 'name: ""\nroles: [cse]\nlink: tcp\nics: { group: }\n';
  assert.deepEqual(problemsOf(text), [
    'my-cse.yaml:1 | name | expected text that is not empty, got "" | ',
    'my-cse.yaml:2 | roles.0 | expected one of ae, group-hosting-cse, member-hosting-cse, session-cse, dm-server, ' +
      'dm-gateway, dm-client, push-service, got "cse" | ',
    'my-cse.yaml:3 | link | expected one of in-process, http, got "tcp" | ',
    'my-cse.yaml:4 | ics.group | expected true or false, got nothing | ',
  ]);
});

test('what is missing says what it is for', () => {
  assert.deepEqual(problemsOf('roles: [ae]\nlink: in-process\nics: {}\n'), [
    'my-cse.yaml | name | is missing (Product and version, as the reports print it) | ',
  ]);
});

test('a target that contradicts itself is refused', () => {
  assert.deepEqual(problemsOf(MINIMAL.replace(/cse:.*\n/, '')), [
    'my-cse.yaml | cse | a target over http needs cse.url, or launch to start it | ',
  ]);
  assert.deepEqual(problemsOf(MINIMAL.replace('link: http', 'link: in-process')), [
    'my-cse.yaml:3 | link | link in-process is the built-in reference, which has neither cse.url nor launch | write link: http',
  ]);
  assert.deepEqual(problemsOf(`${MINIMAL}ixit: { responseTimeout: 100, resultExpiration: 100 }\n`), [
    'my-cse.yaml:6 | ixit.resultExpiration | resultExpiration (100) must be below responseTimeout (100) | ',
  ]);
});

test('text that is no YAML and files that are not there are problems of the file', () => {
  assert.match(problemsOf('name: [')[0] ?? '', /^my-cse\.yaml:1 \| {2}\| /);
  assert.throws(() => loadTarget(join(folder, 'nowhere.yaml'), surroundings), /A file cannot be read/);
});
