import { encodeTrigger } from '../../protocol/codec/dm2/trigger';
import { countingIds } from '../../reference-impl/runtime/counting-ids';
import { seededRandom } from '../../reference-impl/runtime/seeded-random';
import { completeDM2, DM2_ROLES, type DM2Role } from '../config/dm2';
import { loopbackAddresses } from '../links/in-process';
import { lateListener } from '../links/late-listener';
import type { Endpoint } from '../links/link';
import type { WorldParameters } from '../run/world-parameters';
import { deviationOf } from '../variants/deviation-of';
import { accountOf, dm2Secrets, otherAccountOf } from './dm2/account-of-target';
import { ACTOR_OF_DM2_ROLE, DM2_PATHS, type OwnAddresses, openPlaces } from './dm2/places';
import type { DM2Stage } from './dm2/stage';
import { withoutSyncMLSecrets } from './management/syncml-redaction';
import { referenceDM2Client, TEST_NODES } from './reference-dm2-client';
import type { DM2Ground, DM2Party } from './reference-dm2-party';
import { referenceDM2Server } from './reference-dm2-server';
import { openInProcess } from './reference-in-process';
import { referencePush } from './reference-push';
import { tellTarget } from './tell-target';

const PARTIES: { readonly [role in DM2Role]: (ground: DM2Ground) => DM2Party } = {
  'dm-server': referenceDM2Server,
  'dm-client': referenceDM2Client,
  'push-service': referencePush,
};

const FIRST_PORT = 41_000;

/** A server, client or push service of DM 2.0 of the reference in this process, with virtual time. */
export async function openReferenceDM2(
  parameters: WorldParameters,
  roles: readonly string[],
): Promise<DM2Stage> {
  const { target, seed } = parameters;
  const role = DM2_ROLES.find((known) => roles.includes(known) && target.roles.includes(known));
  if (role === undefined) throw new Error(`the reference plays no role of ${roles.join(', ')}`);
  const dm2 = completeDM2({ otherDevice: { deviceID: 'IMEI:493005100592801' }, ...PUSH_CREDENTIALS });
  const { clock, link, wiretap, stage } = openInProcess(target, ACTOR_OF_DM2_ROLE[role], {
    redactBody: withoutSyncMLSecrets(dm2Secrets(dm2)),
    addresses: loopbackAddresses(FIRST_PORT),
  });
  const own = await lateListener(link, role);
  wiretap.name(own.address, ACTOR_OF_DM2_ROLE[role]);
  const places = await openPlaces(stage, role, ownAddresses(role, own.address));
  const account = accountOf(dm2);
  const otherAccount = otherAccountOf(dm2);
  const deviation = deviationOf(parameters, clock);
  const transmit: Endpoint = (request) => link.send(request);
  const party = PARTIES[role]({
    address: own.address,
    dm2,
    addresses: places.addresses,
    limits: target.ixit.dm2,
    runtime: { clock, ids: countingIds(), random: seededRandom(seed) },
    transmit: deviation?.wrapTransmit?.(transmit) ?? transmit,
    deviation,
  });
  own.serve(deviation?.wrapEndpoint?.(party.endpoint) ?? party.endpoint);
  const trigger = { url: own.address + DM2_PATHS.triggers };
  const limit = target.ixit.responseTimeout;
  return {
    ...stage,
    kind: 'dm2',
    role,
    account,
    ...(otherAccount !== undefined && { otherAccount }),
    nodes: TEST_NODES,
    addresses: places.addresses,
    pushCredentials: { user: dm2.pushUser ?? '', password: dm2.pushPassword ?? '' },
    serve: places.serve,
    tell: (message) =>
      tellTarget({ trigger, link, limit, time: stage.time }, JSON.parse(encodeTrigger(message))),
    close: async () => {
      party.close();
      await stage.close();
    },
  };
}

const PUSH_CREDENTIALS = { pushUser: 'dm-server', pushPassword: 'flowproof-push' };

function ownAddresses(role: DM2Role, address: string): OwnAddresses {
  const { packages, notifications, push, inspection } = DM2_PATHS;
  switch (role) {
    case 'dm-server':
      return { server: address + packages, inspection: address + inspection };
    case 'dm-client':
      return { notification: address + notifications };
    case 'push-service':
      return { push: address + push };
  }
}
