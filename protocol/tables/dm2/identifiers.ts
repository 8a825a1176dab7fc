import type { DM2MediaTypeRow, StartAlertRow } from './rows';

/** The names of DM 2.0 on the wire: media types, headers, start alerts. */

export const INITIATION_MEDIA_TYPE = 'application/vnd.oma.dm.initiation+json';
export const REQUEST_MEDIA_TYPE = 'application/vnd.oma.dm.request+json';
export const RESPONSE_MEDIA_TYPE = 'application/vnd.oma.dm.response+json';
export const OBJECTS_MEDIA_TYPE = 'application/vnd.oma.dm.mo+json';
/** Another name of serialised objects that a client is known to use. It is read, never written. */
export const OBJECTS_MEDIA_TYPE_READ = 'application/dmmo+json';
export const NOTIFICATION_MEDIA_TYPE = 'application/vnd.oma.dm.notification';

const MEDIA_TYPES: readonly (readonly [type: string, meaning: string])[] = [
  [INITIATION_MEDIA_TYPE, 'package 1'],
  [REQUEST_MEDIA_TYPE, 'package 2'],
  [RESPONSE_MEDIA_TYPE, 'package 3'],
  [OBJECTS_MEDIA_TYPE, 'serialised management objects'],
  [NOTIFICATION_MEDIA_TYPE, 'the octets of a notification'],
];

export const DM2_MEDIA_TYPES: readonly DM2MediaTypeRow[] = MEDIA_TYPES.map(([type, meaning]) => ({
  type,
  meaning,
  clause: 'dm2.md 3.1',
}));

/** The device, in every message of a client: the value of DevInfo/DevID. */
export const DEVICE_ID_HEADER = 'OMADM-DevID';
/** The media types that a repository takes, in an answer of the server or of the repository. */
export const ACCEPT_HEADER = 'OMADM-Accept';

type Short = readonly [type: string, meaning: string];

const STARTS = {
  'client-initiated': ['urn:oma:at:dm:2.0:ClientInitiatedMgmt', 'the client begins of its own accord'],
  'server-initiated': ['urn:oma:at:dm:2.0:ServerInitiatedMgmt', 'the client was notified'],
  'bootstrap-complete': ['urn:oma:at:dm:2.0:BootstrapComplete', 'the client was bootstrapped'],
} as const satisfies { readonly [reason: string]: Short };

/** Why a session begins. */
export type StartReason = keyof typeof STARTS;

export const START_REASONS: readonly StartReason[] = [
  'client-initiated',
  'server-initiated',
  'bootstrap-complete',
];

export const START_ALERT_ROWS: readonly StartAlertRow[] = Object.values<Short>(STARTS).map(
  ([type, meaning]) => ({ type, meaning, clause: 'dm2.md 3.2' }),
);

export function startAlertType(reason: StartReason): string {
  return STARTS[reason][0];
}

/** None for any other alert. */
export function startReason(alertType: string): StartReason | undefined {
  for (const reason of START_REASONS) if (startAlertType(reason) === alertType) return reason;
  return undefined;
}

/** The member of a server-initiated start alert's data that repeats the notification's identifier. */
export const NOTIFICATION_ID_MEMBER = 'NOTIFICATION-ID';
