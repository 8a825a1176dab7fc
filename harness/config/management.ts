import { type Trigger, triggerAt } from './trigger';

/** The part of a target description that is about device management over SyncML. @see docs/profiles/gateway-fan-out.md */
export interface Management {
  /** Where the target takes SyncML messages, as a server or gateway. In the file it may be a path, as the others. */
  readonly address?: string;
  /** Where it takes package 0, as a gateway or device. */
  readonly notification?: string;
  /** How a server or device is told what to do; a gateway is told by its server. */
  readonly trigger?: Trigger;
  /** Of the server: the target, or the server that the tester plays. */
  readonly serverID: string;
  /** Of the gateway or device: the target, or the gateway that the tester plays for a server. */
  readonly deviceID: string;
  /** Under which a gateway is the server of its devices. */
  readonly gatewayServerID: string;
  /** With it the gateway or device proves who it is. */
  readonly client: ManagementAuthenticator;
  /** With it the server proves who it is. */
  readonly server: ManagementAuthenticator;
  /** What the target gets where a scenario does not say otherwise. */
  readonly serialization: 'xml' | 'wbxml';
  /** Local URI of the node above FanOut and Results. */
  readonly fanOutRoot: string;
  /** Local URI of the node above Devices and Groups. */
  readonly configRoot: string;
  /** Local URI of an interior node of a device, below which its server may do what it likes. */
  readonly testNode: string;
  /** Where the tester opposite to the target listens, which the target has to know beforehand. */
  readonly testerPort?: number;
  /** More ways in which the target talks to the tester, for scenarios that ask for one. */
  readonly otherAccounts: readonly ManagementAccount[];
  /** Of a gateway whose groups and devices no server can make. */
  readonly standingGroup?: StandingGroup;
}

/** What differs from the first account, as far as it does. */
export interface ManagementAccount
  extends Pick<Management, 'serverID' | 'deviceID' | 'serialization' | 'client' | 'server'> {}

export interface StandingGroup {
  /** Local URI of its node. */
  readonly uri: string;
  /** Its members, of which the testers are called d1, d2 and so on. */
  readonly devices: readonly StandingDevice[];
}

export interface StandingDevice extends Pick<Management, 'deviceID' | 'client' | 'server'> {
  /** Port of the tester, as the gateway knows it. */
  readonly port: number;
}

export interface ManagementAuthenticator {
  readonly authentication: 'basic' | 'md5' | 'hmac';
  readonly name: string;
  readonly password: string;
}

/** As the file has it: what is absent has a default. */
export type ManagementFile = Partial<
  Omit<Management, keyof ManagementAccount | 'otherAccounts' | 'standingGroup'>
> &
  AccountFile &
  Pick<Management, 'serverID' | 'deviceID'> & {
    readonly otherAccounts?: readonly AccountFile[];
    readonly standingGroup?: {
      readonly uri: string;
      readonly devices: readonly (Pick<AccountFile, 'client' | 'server'> &
        Pick<StandingDevice, 'deviceID' | 'port'>)[];
    };
  };

interface AccountFile extends Partial<Pick<Management, 'serverID' | 'deviceID' | 'serialization'>> {
  readonly client?: Partial<ManagementAuthenticator>;
  readonly server?: Partial<ManagementAuthenticator>;
}

/** What a target does where document and standard leave number and time of a fan-out open. Milliseconds. @see GFO step 7 */
export interface FanOutIxit {
  /** How long the devices of a fan-out have to answer, from its Start. */
  readonly deviceTimeLimit: number;
  /** How often package 0 is repeated to a device that does not connect. */
  readonly notificationRepeats: number;
  readonly notificationInterval: number;
  /** How often an alert is repeated that the server did not answer. */
  readonly alertRepeats: number;
  readonly alertInterval: number;
  /** How long a session may be idle before it is over. */
  readonly sessionTimeout: number;
}

/** Passwords of the reference where nobody gave it others. Fit for tests on loopback, and for nothing else. */
export const TEST_PASSWORDS = { client: 'flowproof-client', server: 'flowproof-server' } as const;

export const FAN_OUT_IXIT: FanOutIxit = {
  deviceTimeLimit: 60_000,
  notificationRepeats: 2,
  notificationInterval: 10_000,
  alertRepeats: 3,
  alertInterval: 10_000,
  sessionTimeout: 60_000,
};

/** Fills in the defaults that target.schema.json documents. */
export function completeManagement(file: ManagementFile): Management {
  const { standingGroup, otherAccounts = [], ...rest } = file;
  const { serverID, deviceID } = file;
  const account = completeAccount(file, { serverID, deviceID, serialization: 'xml' });
  const gatewayServerID = file.gatewayServerID ?? 'com.flowproof.gateway';
  return {
    fanOutRoot: './SCM',
    configRoot: './GwConfig',
    testNode: './Test',
    ...rest,
    ...account,
    gatewayServerID,
    otherAccounts: otherAccounts.map((other) => completeAccount(other, account)),
    ...(standingGroup && {
      standingGroup: {
        ...standingGroup,
        devices: standingGroup.devices.map(({ port, ...device }) => {
          const own = { serverID: gatewayServerID, deviceID: device.deviceID, serialization: 'xml' } as const;
          return { ...completeAccount(device, own), port };
        }),
      },
    }),
  };
}

type AccountNames = Pick<ManagementAccount, 'serverID' | 'deviceID' | 'serialization'>;

function completeAccount(file: AccountFile, names: AccountNames): ManagementAccount {
  const { serverID = names.serverID, deviceID = names.deviceID, serialization = names.serialization } = file;
  return {
    serverID,
    deviceID,
    serialization,
    client: { authentication: 'md5', name: deviceID, password: TEST_PASSWORDS.client, ...file.client },
    server: { authentication: 'md5', name: serverID, password: TEST_PASSWORDS.server, ...file.server },
  };
}

/** The target once the address of its program is known: what is a path is found there. */
export function managementAt(management: Management, address: string): Management {
  const { notification, trigger } = management;
  return {
    ...management,
    ...(management.address !== undefined && { address: new URL(management.address, address).href }),
    ...(notification !== undefined && { notification: new URL(notification, address).href }),
    ...(trigger !== undefined && { trigger: triggerAt(trigger, address) }),
  };
}
