import { createSchemaCheck } from './check-schema';
import schema from './dm-config.schema.json';
import { loadCheckedConfig } from './load-checked-config';
import type { ManagementAuthenticator } from './management';
import type { Environment } from './substitute-environment';

/** Configurations of the roles that speak SyncML DM as their files have them: what is absent has a default. */
export interface DmServerFile {
  readonly address?: string;
  readonly serverID?: string;
  readonly fanOutRoot?: string;
  readonly gateways?: readonly DmPeerFile[];
  readonly limits?: {
    readonly notificationRepeats?: number;
    readonly notificationInterval?: number;
    readonly attempts?: number;
    readonly sessionTimeout?: number;
  };
}

export interface DmGatewayFile {
  readonly address?: string;
  readonly deviceID?: string;
  readonly gatewayServerID?: string;
  readonly serialization?: 'xml' | 'wbxml';
  readonly fanOutRoot?: string;
  readonly configRoot?: string;
  readonly servers?: readonly DmAccountFile[];
  readonly devices?: readonly DmPeerFile[];
  readonly groups?: { readonly [name: string]: readonly string[] };
  readonly limits?: DmClientLimitsFile & {
    readonly deviceTimeLimit?: number;
    readonly notificationRepeats?: number;
    readonly notificationInterval?: number;
    readonly concurrentDevices?: number;
    readonly concurrentRuns?: number;
    readonly keptResults?: number;
  };
}

export interface DmClientFile {
  readonly deviceID?: string;
  readonly serialization?: 'xml' | 'wbxml';
  readonly testRoot?: string;
  readonly servers?: readonly DmAccountFile[];
  readonly limits?: DmClientLimitsFile;
}

interface DmClientLimitsFile {
  readonly alertRepeats?: number;
  readonly alertInterval?: number;
  readonly answerTime?: number;
}

interface DmSecretsFile {
  readonly client?: Partial<ManagementAuthenticator>;
  readonly server?: Partial<ManagementAuthenticator>;
}

/** A server, as a gateway or device knows it. */
export interface DmAccountFile extends DmSecretsFile {
  readonly serverID: string;
  readonly address: string;
}

/** A gateway or device, as its server knows it. */
export interface DmPeerFile extends DmSecretsFile {
  readonly deviceID: string;
  readonly notification: string;
}

interface DmFiles {
  readonly 'dm-server': DmServerFile;
  readonly 'dm-gateway': DmGatewayFile;
  readonly 'dm-client': DmClientFile;
}

function checkFor(role: keyof DmFiles): ReturnType<typeof createSchemaCheck> {
  return createSchemaCheck({ $ref: `#/definitions/${role}`, definitions: schema.definitions });
}

const VIOLATIONS_OF = {
  'dm-server': checkFor('dm-server'),
  'dm-gateway': checkFor('dm-gateway'),
  'dm-client': checkFor('dm-client'),
};

/** Reads the configuration of one role. Throws a ConfigError that lists everything that is wrong with it. */
export function loadDmConfig<Role extends keyof DmFiles>(
  role: Role,
  file: string,
  environment: Environment,
): DmFiles[Role] {
  const value = loadCheckedConfig({
    file,
    of: `role ${role}`,
    environment,
    violationsOf: VIOLATIONS_OF[role],
  });
  if (!isFileOf<Role>(value)) throw new TypeError(`${file} passed the schema of ${role} and is none`);
  return value;
}

/** The schema has said so. */
function isFileOf<Role extends keyof DmFiles>(value: unknown): value is DmFiles[Role] {
  return typeof value === 'object' && value !== null;
}
