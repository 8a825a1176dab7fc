import { DEFAULT_PROJECT_NAMES } from '../../../protocol/tables/onem2m/project-names';
import { DM2_IXIT } from '../../config/dm2';
import { FAN_OUT_IXIT } from '../../config/management';
import { createInProcessLink } from '../../links/in-process';
import { lateListener } from '../../links/late-listener';
import type { Link } from '../../links/link';
import { createWiretap } from '../../links/wiretap';
import type { TestTime } from '../test-time';
import type { AuthenticationType, TesterAccount } from './account';
import type { SyncMLStage } from './stage';
import { countingSessionIDs } from './syncml-stage';

/** A stage for the tests of testers: links in this process, and no time goes by on it. */
export interface SyncMLBed {
  readonly stage: SyncMLStage;
  /** Outside the wiretap, as the target is. */
  readonly target: Link;
}

export interface BedOptions {
  readonly authentication?: AuthenticationType;
  readonly serialization?: 'xml' | 'wbxml';
  readonly nonces?: TesterAccount['nonces'];
}

const TIME: TestTime = {
  now: () => 0,
  settle: async (promise) => promise,
  elapse: async () => {
    for (let turn = 0; turn < TURNS_TO_REST; turn += 1) await new Promise(setImmediate);
  },
  after: (_milliseconds, action) => {
    const waiting = setImmediate(action);
    return () => clearImmediate(waiting);
  },
};

/** Turns of the event loop in which a few messages in this process come to rest. */
const TURNS_TO_REST = 50;

export async function openSyncMLBed(options: BedOptions = {}): Promise<SyncMLBed> {
  const { authentication: type = 'md5', serialization = 'xml' } = options;
  const link = createInProcessLink();
  const wiretap = createWiretap({ now: () => 0, senderOf: () => 'the device' });
  const own = await lateListener(wiretap.tap(link, 'the server'), 'server');
  let names = 0;
  const account: TesterAccount = {
    serverID: 'com.example.server',
    serverAddress: `${own.address}/dm`,
    deviceID: 'urn:example:device',
    notificationAddress: 'http://device.in-process/notification',
    client: { type, name: 'device', password: 'device-secret' },
    server: { type, name: 'server', password: 'server-secret' },
    nonces: options.nonces ?? { client: new Uint8Array([1, 2]), server: new Uint8Array([3, 4]) },
  };
  const stage: SyncMLStage = {
    kind: 'syncml',
    nextSessionID: countingSessionIDs(0x4a79),
    target: TARGET,
    serialization,
    time: TIME,
    opposite: { actor: 'the server', address: own.address, serve: own.serve },
    underTest: {
      role: 'dm-client',
      actor: 'the device',
      account,
      asServer: { serverID: 'com.example.gateway', serverAddress: account.serverAddress },
      roots: { fanOut: './SCM', config: './GwConfig', test: './Test' },
      tell: async () => undefined,
    },
    use: async () => undefined,
    linkOf: (actor) => wiretap.tap(link, actor),
    exchanges: () => wiretap.exchanges(),
    unique: (prefix) => {
      names += 1;
      return `${prefix}-${names}`;
    },
    disposable: true,
    close: () => link.close(),
  };
  return { stage, target: link };
}

const TARGET: SyncMLStage['target'] = {
  name: 'test',
  roles: ['dm-client'],
  link: 'http',
  cse: { cseID: '/cse1', resourceName: 'base', adminOriginator: 'CAdmin', releaseVersion: '3' },
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
};
