import type { ConnectionType } from '../../protocol/tables/dm2/notification-options';
import { createSchemaCheck } from './check-schema';
import schema from './dm2-config.schema.json';
import { loadCheckedConfig } from './load-checked-config';
import type { Environment } from './substitute-environment';

/** Configurations of the roles that speak DM 2.0 as their files have them: what is absent has a default. */
export interface DM2ServerFile {
  readonly address?: string;
  readonly serverID?: string;
  readonly devices?: readonly DM2DeviceFile[];
  readonly push?: { readonly address: string; readonly user?: string; readonly password?: string };
  readonly objects?: { readonly [name: string]: { readonly mediaType: string; readonly content: string } };
  readonly limits?: {
    readonly idleLimit?: number;
    readonly commandsPerPackage?: number;
    readonly awaitingCommands?: number;
    readonly rememberedSessions?: number;
    readonly nonceLife?: number;
    readonly notificationLife?: number;
    readonly pushRequestRepeats?: number;
    readonly pushRequestInterval?: number;
    readonly responseTimeout?: number;
  };
}

/** A device, as its server knows it. */
export interface DM2DeviceFile {
  readonly deviceID: string;
  readonly user?: string;
  readonly password?: string;
  readonly notification?: NotificationSecretFile & {
    readonly address: string;
    readonly preferredConnection?: ConnectionType;
  };
}

/** In base64. */
export interface NotificationSecretFile {
  readonly secret?: string;
  readonly data?: string;
}

export interface DM2ClientFile {
  readonly deviceID?: string;
  readonly servers?: readonly DM2AccountFile[];
  readonly allowedHosts?: readonly string[];
  readonly sessionInterval?: number;
  readonly limits?: {
    readonly responseTimeout?: number;
    readonly repeatLimit?: number;
    readonly repeatInterval?: number;
    readonly maximumAge?: number;
    readonly maximumSkew?: number;
    readonly maximumRounds?: number;
  };
}

/** A server, as a device knows it. */
export interface DM2AccountFile extends NotificationSecretFile {
  readonly serverID: string;
  readonly address: string;
  readonly user?: string;
  readonly password?: string;
  readonly basicAtOnce?: boolean;
  readonly moids?: readonly string[];
}

export interface PushFile {
  readonly accounts?: readonly { readonly user: string; readonly password: string }[];
  readonly allowedHosts?: readonly string[];
  readonly limits?: {
    readonly retryLimit?: number;
    readonly retryInterval?: number;
    readonly responseTimeout?: number;
    readonly queue?: number;
  };
}

interface DM2Files {
  readonly 'dm-server': DM2ServerFile;
  readonly 'dm-client': DM2ClientFile;
  readonly push: PushFile;
}

function checkFor(role: keyof DM2Files): ReturnType<typeof createSchemaCheck> {
  return createSchemaCheck({ $ref: `#/definitions/${role}`, definitions: schema.definitions });
}

const VIOLATIONS_OF = {
  'dm-server': checkFor('dm-server'),
  'dm-client': checkFor('dm-client'),
  push: checkFor('push'),
};

/** Reads the configuration of one role. Throws a ConfigError that lists everything that is wrong with it. */
export function loadDM2Config<Role extends keyof DM2Files>(
  role: Role,
  file: string,
  environment: Environment,
): DM2Files[Role] {
  const of = role === 'push' ? 'role push' : `role ${role} of DM 2.0`;
  const value = loadCheckedConfig({ file, of, environment, violationsOf: VIOLATIONS_OF[role] });
  if (!isFileOf<Role>(value)) throw new TypeError(`${file} passed the schema of ${role} and is none`);
  return value;
}

/** The schema has said so. */
function isFileOf<Role extends keyof DM2Files>(value: unknown): value is DM2Files[Role] {
  return typeof value === 'object' && value !== null;
}
