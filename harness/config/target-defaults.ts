import { DEFAULT_PROJECT_NAMES } from '../../protocol/tables/onem2m/project-names';
import { completeDM2, DM2_IXIT, type DM2File, type DM2Ixit } from './dm2';
import { completeManagement, FAN_OUT_IXIT, type FanOutIxit, type ManagementFile } from './management';
import type { Application, InteractiveIxit, Ixit, Launch, Target } from './target';

/** What a target file says after its schema has been checked: the target without its defaults. */
export interface TargetFile {
  readonly name: string;
  readonly roles: readonly string[];
  readonly link: Target['link'];
  readonly launch?: Omit<Launch, 'timeout'> & { readonly timeout?: number };
  readonly cse?: Partial<Target['cse']>;
  readonly application?: Application;
  readonly management?: ManagementFile;
  readonly dm2?: DM2File;
  readonly tester?: Partial<Target['tester']>;
  readonly ics: Target['ics'];
  readonly ixit?: Partial<Omit<Ixit, 'igo' | 'gfo' | 'dm2'>> & {
    readonly igo?: Partial<InteractiveIxit>;
    readonly gfo?: Partial<FanOutIxit>;
    readonly dm2?: Partial<DM2Ixit>;
  };
  readonly names?: Partial<Target['names']>;
  readonly knownFailures?: string;
}

/** Whether a value that passed the schema check is a target file: only its absence of structure can make it none. */
export function isTargetFile(value: unknown): value is TargetFile {
  return typeof value === 'object' && value !== null && 'name' in value && 'link' in value && 'ics' in value;
}

const CSE_DEFAULTS: Target['cse'] = {
  cseID: '/cse1',
  resourceName: 'cse-base',
  adminOriginator: 'CAdmin',
  releaseVersion: '3',
};

const IXIT_DEFAULTS: Ixit = {
  responseTimeout: 5000,
  resultExpiration: 2000,
  revalidationTime: 10_000,
  quietTime: 500,
  timeScale: 1,
  igo: { retryLimit: 3, retryInterval: 10_000, acknowledgementTimeout: 5000, maximumKeepTime: 86_400_000 },
  gfo: FAN_OUT_IXIT,
  dm2: DM2_IXIT,
};

const LAUNCH_TIMEOUT = 10_000;

/** Fills in the defaults that target.schema.json documents. `absolute` resolves a path of the file. */
export function completeTarget(file: TargetFile, absolute: (path: string) => string): Target {
  const cse = { ...CSE_DEFAULTS, ...file.cse };
  return {
    name: file.name,
    roles: file.roles,
    link: file.link,
    cse: cse.url === undefined ? cse : { ...cse, url: cse.url.replace(/\/+$/, '') },
    ...(file.application && { application: file.application }),
    ...(file.management && { management: completeManagement(file.management) }),
    ...(file.dm2 && { dm2: completeDM2(file.dm2) }),
    tester: { host: '127.0.0.1', ...file.tester },
    ics: file.ics,
    ixit: completeIxit(file.ixit),
    names: { ...DEFAULT_PROJECT_NAMES, ...file.names },
    ...(file.launch && { launch: { timeout: LAUNCH_TIMEOUT, ...file.launch } }),
    ...(file.knownFailures !== undefined && { knownFailures: absolute(file.knownFailures) }),
  };
}

function completeIxit(ixit: TargetFile['ixit']): Ixit {
  return {
    ...IXIT_DEFAULTS,
    ...ixit,
    igo: { ...IXIT_DEFAULTS.igo, ...ixit?.igo },
    gfo: { ...IXIT_DEFAULTS.gfo, ...ixit?.gfo },
    dm2: { ...IXIT_DEFAULTS.dm2, ...ixit?.dm2 },
  };
}
