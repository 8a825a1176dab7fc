import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ApplicationTrigger } from '../../protocol/model/application-intent';
import { DEFAULT_PROJECT_NAMES } from '../../protocol/tables/onem2m/project-names';
import { DM2_IXIT } from '../config/dm2';
import { FAN_OUT_IXIT } from '../config/management';
import type { Application, Target } from '../config/target';
import { createInProcessLink } from '../links/in-process';
import { Inconclusive } from '../verdict/deviation';
import { applicationOutside } from './application-trigger';

const IGO = { retryLimit: 1, retryInterval: 1, acknowledgementTimeout: 1, maximumKeepTime: 1 };

const TRIGGER: ApplicationTrigger = {
  pointOfAccess: 'http://cse.example',
  intent: { procedure: 'changeMembers', group: 'a/g', members: ['a/m'], groupsAsSuch: [], everyMemberOf: [] },
};

function targetWith(trigger: Application['trigger'], responseTimeout = 10_000): Target {
  return {
    name: 'test',
    roles: ['ae'],
    link: 'http',
    application: { trigger },
    cse: { cseID: '/cse1', resourceName: 'cse-base', adminOriginator: 'CAdmin', releaseVersion: '3' },
    tester: { host: '127.0.0.1' },
    ics: {},
    ixit: {
      responseTimeout,
      resultExpiration: 1,
      revalidationTime: 1,
      quietTime: 1,
      timeScale: 1,
      igo: IGO,
      gfo: FAN_OUT_IXIT,
      dm2: DM2_IXIT,
    },
    names: DEFAULT_PROJECT_NAMES,
  };
}

function program(source: string): { command: readonly string[] } {
  return { command: [process.execPath, '-e', source] };
}

async function why(telling: Promise<void>): Promise<string> {
  const failure = await telling.then(
    () => undefined,
    (error: unknown) => error,
  );
  assert.ok(failure instanceof Inconclusive, `expected Inconclusive, got ${failure}`);
  return failure.message;
}

test('over HTTP the trigger is posted as JSON, and any 2xx takes it', async () => {
  const link = createInProcessLink();
  const bodies: unknown[] = [];
  const { address } = await link.listen('app', async (message) => {
    bodies.push([message.method, message.headers.get('content-type'), await message.json()]);
    return new Response(null, { status: 202 });
  });
  await applicationOutside(targetWith({ url: `${address}/trigger` }), link).tell(TRIGGER);
  assert.deepEqual(bodies, [['POST', 'application/json', TRIGGER]]);
});

test('a trigger that is not taken over HTTP leaves the scenario open', async () => {
  const link = createInProcessLink();
  const { address } = await link.listen('app', async () => new Response('no such group', { status: 409 }));
  const refused = applicationOutside(targetWith({ url: address }), link).tell(TRIGGER);
  assert.match(await why(refused), /answered HTTP 409 no such group/);
  const nobody = applicationOutside(targetWith({ url: 'http://nobody.example' }), link).tell(TRIGGER);
  assert.match(await why(nobody), /could not be told: .*nobody listens/);
});

test('a command gets the trigger on its standard input, and 0 takes it', async () => {
  const source = `
    let text = '';
    process.stdin.on('data', (part) => { text += part; });
    process.stdin.on('end', () => process.exit(JSON.parse(text).intent.group === 'a/g' ? 0 : 9));`;
  await applicationOutside(targetWith(program(source)), createInProcessLink()).tell(TRIGGER);
});

test('a command that fails, hangs or does not exist leaves the scenario open', async () => {
  const link = createInProcessLink();
  const fails = targetWith(program('console.error("no device"); process.exit(3)'));
  assert.match(await why(applicationOutside(fails, link).tell(TRIGGER)), /it ended with 3 no device/);
  const hangs = targetWith(program('setInterval(() => {}, 1000)'), 50);
  assert.match(await why(applicationOutside(hangs, link).tell(TRIGGER)), /did not end within 50 ms/);
  const missing = targetWith({ command: ['/no/such/program'] });
  assert.match(await why(applicationOutside(missing, link).tell(TRIGGER)), /ENOENT/);
});
