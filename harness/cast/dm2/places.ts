import type { DM2Role } from '../../config/dm2';
import type { TlsIdentity } from '../../links/http-server';
import { type LateListener, lateListener } from '../../links/late-listener';
import type { Endpoint } from '../../links/link';
import type { Stage } from '../stage';
import type { DM2Addresses } from './stage';
import { loadTesterCertificate, WRONG_CERTIFICATES, type WrongCertificate } from './tester-certificates';

/** Where testers of DM 2.0 listen. What they answer there is not known here. */
export const TESTER_PLACES = [
  'server',
  'elsewhere',
  'repository',
  'unreachable',
  'client',
  'push',
  'plain',
  'forbidden',
] as const;

export type TesterPlace = (typeof TESTER_PLACES)[number];

/** What they are called in the evidence. */
export const ACTOR_OF_PLACE: { readonly [place in TesterPlace]: string } = {
  server: 'the DM Server',
  elsewhere: 'the DM Server elsewhere',
  repository: 'the repository',
  unreachable: 'nobody',
  client: 'the DM Client',
  push: 'the Push Service',
  plain: 'the repository without TLS',
  forbidden: 'the forbidden host',
};

/** What a target is called. */
export const ACTOR_OF_DM2_ROLE: { readonly [role in DM2Role]: string } = {
  'dm-server': ACTOR_OF_PLACE.server,
  'dm-client': ACTOR_OF_PLACE.client,
  'push-service': ACTOR_OF_PLACE.push,
};

const OWN_PLACE: { readonly [role in DM2Role]: TesterPlace } = {
  'dm-server': 'server',
  'dm-client': 'client',
  'push-service': 'push',
};

/** Below the roots of testers and of the reference. */
export const DM2_PATHS = {
  packages: '/dm',
  notifications: '/notifications',
  push: '/push',
  inspection: '/inspection',
  triggers: '/trigger',
} as const;

/** Listeners have names of their own, by which fixed ports are found. */
function listenerName(place: TesterPlace): string {
  return `dm2-${place}`;
}

/** The server with a certificate that no client accepts has the port of the server. */
function wrongServerName(certificate: WrongCertificate): string {
  return `${listenerName('server')}-${certificate}`;
}

/** Ports in a row, in the order of the places; the forbidden host may be anywhere. */
export function portsInARow(first: number): { readonly [name: string]: number } {
  const known = TESTER_PLACES.filter((place) => place !== 'forbidden');
  return {
    ...Object.fromEntries(known.map((place, index) => [listenerName(place), first + index])),
    ...Object.fromEntries(WRONG_CERTIFICATES.map((wrong) => [wrongServerName(wrong), first])),
  };
}

/** With what a listener of that name speaks TLS, from the folder of the target file. */
export function identityIn(folder: string): (listener: string) => TlsIdentity | undefined {
  return (listener) => {
    if (listener === listenerName('plain')) return undefined;
    const wrong = WRONG_CERTIFICATES.find((certificate) => listener === wrongServerName(certificate));
    return loadTesterCertificate(folder, wrong ?? 'good');
  };
}

export interface OpenPlaces {
  readonly addresses: DM2Addresses;
  serve(place: TesterPlace, endpoint: Endpoint): void;
  /** From now on the server shows this certificate. */
  showWrongCertificate(certificate: WrongCertificate): Promise<void>;
  close(): Promise<void>;
}

/** Where the target takes what it takes, as far as it does. */
export type OwnAddresses = Partial<Pick<DM2Addresses, 'server' | 'notification' | 'push' | 'inspection'>>;

/** Opens all places but that of the target, and finds an address where nobody listens. */
export async function openPlaces(
  stage: Pick<Stage, 'linkOf' | 'target'>,
  role: DM2Role,
  own: OwnAddresses,
): Promise<OpenPlaces> {
  const listeners = new Map<TesterPlace, LateListener>();
  const endpoints = new Map<TesterPlace, Endpoint>();
  const hasTls = stage.target.dm2?.testerCertificates !== undefined;
  const open = async (place: TesterPlace, name: string) => {
    listeners.set(place, await lateListener(stage.linkOf(ACTOR_OF_PLACE[place]), name));
  };
  const serve = (place: TesterPlace, endpoint: Endpoint) => {
    endpoints.set(place, endpoint);
    listeners.get(place)?.serve(endpoint);
  };
  for (const place of TESTER_PLACES)
    if (place !== OWN_PLACE[role] && (place !== 'plain' || hasTls)) await open(place, listenerName(place));
  await listeners.get('unreachable')?.close();
  const root = (place: TesterPlace) => listeners.get(place)?.address ?? '';
  return {
    addresses: {
      server: root('server') + DM2_PATHS.packages,
      elsewhere: root('elsewhere'),
      repository: root('repository'),
      forbidden: root('forbidden'),
      unreachable: root('unreachable'),
      ...(hasTls && { plain: root('plain') }),
      notification: root('client') + DM2_PATHS.notifications,
      push: root('push') + DM2_PATHS.push,
      ...own,
    },
    serve,
    showWrongCertificate: async (certificate) => {
      await listeners.get('server')?.close();
      await open('server', wrongServerName(certificate));
      const endpoint = endpoints.get('server');
      if (endpoint !== undefined) serve('server', endpoint);
    },
    close: async () => {
      for (const listener of listeners.values()) await listener.close();
    },
  };
}
