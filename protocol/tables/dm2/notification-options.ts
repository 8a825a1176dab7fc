import type { NotificationOptionRow } from './rows';

/** The options of a notification and the numbers of its layout. @see dm2.md 7, DM_Protocol 2.0 (package 0) */

type Short = readonly [number: number, minimum: number, maximum: number, meaning: string];

const OPTIONS = {
  'SERVER-ID': [1, 1, 270, 'the server, as the account of the device names it, in UTF-8'],
  'PREFERRED-CON-TYPE': [2, 1, 1, 'the connection that the server would like'],
  'NOTIFICATION-ID': [3, 2, 2, 'tells notifications apart; comes back in the start alert'],
  'SHA256-DIGEST': [4, 32, 32, 'shows that the server knows the secret'],
  TIMESTAMP: [5, 4, 4, 'when it was made, in seconds since 1970'],
  'REQ-MOS': [6, 0, 0, 'the client is to list its management objects'],
} as const satisfies { readonly [name: string]: Short };

export type NotificationOptionName = keyof typeof OPTIONS;

export const NOTIFICATION_OPTION_ROWS: readonly NotificationOptionRow[] = Object.entries<Short>(OPTIONS).map(
  ([name, [number, minimum, maximum, meaning]]) => ({
    number,
    name,
    length: [minimum, maximum],
    meaning,
    clause: 'dm2.md 7.2',
  }),
);

export function optionNumber(name: NotificationOptionName): number {
  return OPTIONS[name][0];
}

/** The value of PREFERRED-CON-TYPE is the place in the list. */
export const CONNECTION_TYPES = ['any', 'cellular', 'wlan', 'wireline'] as const;
export type ConnectionType = (typeof CONNECTION_TYPES)[number];

/** The version of the layout, not of DM. */
export const NOTIFICATION_VERSION = 1;
export const DIGEST_LENGTH = 32;
