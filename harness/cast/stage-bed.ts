import { DEFAULT_PROJECT_NAMES } from '../../protocol/tables/onem2m/project-names';
import { DM2_IXIT } from '../config/dm2';
import { FAN_OUT_IXIT } from '../config/management';
import { createInProcessLink } from '../links/in-process';
import type { Link } from '../links/link';
import { createWiretap } from '../links/wiretap';
import type { CseStage } from './stage';
import type { TestTime } from './test-time';

/** A stage for the tests of testers: links in this process, and actions that wait until the test lets them run. */
export interface Bed {
  readonly stage: CseStage;
  /** Outside the wiretap, as the target is. */
  readonly target: Link;
  /** Runs what waits for its time, and what follows from it. */
  runDue(): Promise<void>;
}

export function openBed(url = 'http://cse.in-process'): Bed {
  const link = createInProcessLink();
  const waiting: (() => void)[] = [];
  const time: TestTime = {
    now: () => 0,
    settle: async (promise) => promise,
    elapse: async () => undefined,
    after: (_milliseconds, action) => {
      waiting.push(action);
      return () => waiting.splice(waiting.indexOf(action), 1);
    },
  };
  const wiretap = createWiretap({ now: () => 0, senderOf: () => 'the CSE' });
  const cse = { url, cseID: '/cse1', resourceName: 'base', adminOriginator: 'CAdmin', releaseVersion: '3' };
  let names = 0;
  const stage: CseStage = {
    kind: 'cse',
    target: {
      name: 'test',
      roles: ['group-hosting-cse'],
      link: 'http',
      cse,
      tester: { host: '127.0.0.1' },
      ics: {},
      ixit: {
        responseTimeout: 1000,
        resultExpiration: 100,
        revalidationTime: 100,
        quietTime: 10,
        timeScale: 1,
        igo: { retryLimit: 2, retryInterval: 20, acknowledgementTimeout: 50, maximumKeepTime: 1000 },
        gfo: FAN_OUT_IXIT,
        dm2: DM2_IXIT,
      },
      names: DEFAULT_PROJECT_NAMES,
    },
    cse,
    time,
    linkOf: (actor) => wiretap.tap(link, actor),
    exchanges: () => wiretap.exchanges(),
    unique: (prefix) => {
      names += 1;
      return `${prefix}-${names}`;
    },
    disposable: true,
    close: () => link.close(),
  };
  const runDue = async () => {
    for (const action of waiting.splice(0)) action();
    for (let turn = 0; turn < TURNS_TO_REST; turn += 1) await new Promise(setImmediate);
  };
  return { stage, target: link, runDue };
}

/** Turns of the event loop in which a few messages in this process come to rest. */
const TURNS_TO_REST = 20;
