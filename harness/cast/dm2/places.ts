import type { DM2Role } from '../../config/dm2';
import { type LateListener, lateListener } from '../../links/late-listener';
import type { Endpoint } from '../../links/link';
import type { Stage } from '../stage';
import type { DM2Addresses } from './stage';

/** Where testers of DM 2.0 listen. What they answer there is not known here. */
export const TESTER_PLACES = [
  'server',
  'elsewhere',
  'repository',
  'unreachable',
  'client',
  'push',
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
export function listenerName(place: TesterPlace): string {
  return `dm2-${place}`;
}

/** Ports in a row, in the order of the places; the forbidden host may be anywhere. */
export function portsInARow(first: number): { readonly [name: string]: number } {
  const known = TESTER_PLACES.filter((place) => place !== 'forbidden');
  return Object.fromEntries(known.map((place, index) => [listenerName(place), first + index]));
}

export interface OpenPlaces {
  readonly addresses: DM2Addresses;
  serve(place: TesterPlace, endpoint: Endpoint): void;
  close(): Promise<void>;
}

/** Where the target takes what it takes, as far as it does. */
export type OwnAddresses = Partial<Pick<DM2Addresses, 'server' | 'notification' | 'push' | 'inspection'>>;

/** Opens all places but that of the target, and finds an address where nobody listens. */
export async function openPlaces(
  stage: Pick<Stage, 'linkOf'>,
  role: DM2Role,
  own: OwnAddresses,
): Promise<OpenPlaces> {
  const listeners = new Map<TesterPlace, LateListener>();
  for (const place of TESTER_PLACES) {
    if (place === OWN_PLACE[role]) continue;
    const listener = await lateListener(stage.linkOf(ACTOR_OF_PLACE[place]), listenerName(place));
    listeners.set(place, listener);
  }
  await listeners.get('unreachable')?.close();
  const root = (place: TesterPlace) => listeners.get(place)?.address ?? '';
  return {
    addresses: {
      server: root('server') + DM2_PATHS.packages,
      elsewhere: root('elsewhere'),
      repository: root('repository'),
      forbidden: root('forbidden'),
      unreachable: root('unreachable'),
      notification: root('client') + DM2_PATHS.notifications,
      push: root('push') + DM2_PATHS.push,
      ...own,
    },
    serve: (place, endpoint) => listeners.get(place)?.serve(endpoint),
    close: async () => {
      for (const listener of listeners.values()) await listener.close();
    },
  };
}
