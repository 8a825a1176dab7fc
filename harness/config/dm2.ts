import { type Trigger, triggerAt } from './trigger';

/** The roles that speak DM 2.0. @see docs/profiles/dm2.md */
export const DM2_ROLES = ['dm-server', 'dm-client', 'push-service'] as const;

export type DM2Role = (typeof DM2_ROLES)[number];

/** The part of a target description that is about DM 2.0. Addresses may be paths in the file. @see dm2.md 11 */
export interface DM2Management {
  /** Where a server takes package 1. */
  readonly address?: string;
  /** Where a client takes notifications. */
  readonly notification?: string;
  /** Where a push service takes push requests. */
  readonly push?: string;
  /** How a server or client is told what to do. */
  readonly trigger?: Trigger;
  /** Where a server shows the sessions of a device. @see dm2.md 4.6 */
  readonly inspection?: string;
  readonly serverID: string;
  readonly deviceID: string;
  /** Credentials that speak for the device. */
  readonly user: string;
  readonly password: string;
  /** Account for notifications, both in base64. */
  readonly secret: string;
  readonly data: string;
  /** Of a server: a device for which those credentials do not speak. */
  readonly otherDevice?: OtherDevice;
  /** With which a server comes to the push service, where that wants any. */
  readonly pushUser?: string;
  readonly pushPassword?: string;
  /** Of a client: a management object whose instances the testers may make and remove. */
  readonly testObject: string;
  /** Of a client: ClientURIs of nodes. */
  readonly operation?: string;
  readonly failingOperation?: string;
  readonly foreignObject?: string;
  /** First of the ports at which the testers listen in a row, which the target has to know beforehand. */
  readonly testerPort?: number;
  /** Folder with what the testers prove over TLS who they are; they speak plain HTTP where absent. */
  readonly testerCertificates?: string;
}

export interface OtherDevice {
  readonly deviceID: string;
  readonly user: string;
  readonly password: string;
}

/** As the file has it: what is absent has a default. */
export type DM2File = Partial<Omit<DM2Management, 'otherDevice'>> & {
  readonly otherDevice?: Partial<OtherDevice> & Pick<OtherDevice, 'deviceID'>;
};

/** Numbers that the profile leaves to the implementation. Durations are milliseconds. @see dm2.md 11 */
export interface DM2Ixit {
  /** Of a server: silence of a device after which its session is expired. */
  readonly idleLimit: number;
  /** Of a client: messages without an answer. */
  readonly repeatLimit: number;
  readonly repeatInterval: number;
  /** Of a client and a push service: how long no answer is none. */
  readonly responseTimeout: number;
  readonly maximumAge: number;
  readonly maximumSkew: number;
  readonly pushRetryLimit: number;
  readonly pushRetryInterval: number;
}

export const DM2_IXIT: DM2Ixit = {
  idleLimit: 60_000,
  repeatLimit: 2,
  repeatInterval: 1_000,
  responseTimeout: 10_000,
  maximumAge: 300_000,
  maximumSkew: 30_000,
  pushRetryLimit: 3,
  pushRetryInterval: 5_000,
};

/** Secrets of the reference where nobody gave it others. Fit for tests on loopback, and for nothing else. */
export const DM2_TEST_SECRETS = {
  password: 'flowproof-client',
  secret: Buffer.from('flowproof-notification').toString('base64'),
  data: Buffer.from('flowproof-data').toString('base64'),
} as const;

/** Fills in the defaults that target.schema.json documents. */
export function completeDM2(file: DM2File): DM2Management {
  const { otherDevice, ...rest } = file;
  const { password, secret, data } = DM2_TEST_SECRETS;
  return {
    serverID: 'dms.flowproof.example',
    deviceID: 'IMEI:493005100592800',
    user: 'device-1',
    password,
    secret,
    data,
    testObject: 'urn:flowproof:mo:lamp:1.0',
    ...rest,
    ...(otherDevice && { otherDevice: { user: 'device-2', password, ...otherDevice } }),
  };
}

const PLACES = ['address', 'notification', 'push', 'inspection'] as const;

/** The target once the address of its program is known: what is a path is found there. */
export function dm2At(dm2: DM2Management, address: string): DM2Management {
  const complete = (place: string | undefined) =>
    place === undefined ? undefined : new URL(place, address).href;
  const found = PLACES.flatMap((key) => {
    const place = complete(dm2[key]);
    return place === undefined ? [] : [[key, place] as const];
  });
  return {
    ...dm2,
    ...Object.fromEntries(found),
    ...(dm2.trigger !== undefined && { trigger: triggerAt(dm2.trigger, address) }),
  };
}
