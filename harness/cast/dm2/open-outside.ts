import { encodeTrigger } from '../../../protocol/codec/dm2/trigger';
import { present } from '../../../protocol/codec/syncml/element-reader';
import { DM2_ROLES, type DM2Management } from '../../config/dm2';
import type { Target } from '../../config/target';
import { Inconclusive } from '../../verdict/deviation';
import { openOutside } from '../open-stage';
import { tellTarget } from '../tell-target';
import type { DM2Nodes } from './account';
import { accountOf, otherAccountOf } from './account-of-target';
import { ACTOR_OF_DM2_ROLE, openPlaces } from './places';
import type { DM2Stage } from './stage';

/** A stage before a server, client or push service of DM 2.0 outside this process, with testers where it looks for them. */
export async function openExternalDM2Stage(target: Target, run: string): Promise<DM2Stage> {
  const { dm2 } = target;
  const role = DM2_ROLES.find((candidate) => target.roles.includes(candidate));
  if (dm2 === undefined || role === undefined)
    throw new Error(`${target.name}: the target file has no dm2, or no role that speaks DM 2.0`);
  const { stage, link, wiretap } = openOutside(target, run, ACTOR_OF_DM2_ROLE[role]);
  const { address: server, notification, push, inspection, trigger } = dm2;
  for (const url of [server, notification, push])
    if (url !== undefined) wiretap.name(url, ACTOR_OF_DM2_ROLE[role]);
  const places = await openPlaces(stage, role, present({ server, notification, push, inspection }));
  return {
    ...stage,
    kind: 'dm2',
    role,
    account: accountOf(dm2),
    ...present({ otherAccount: otherAccountOf(dm2), pushCredentials: pushCredentialsOf(dm2) }),
    nodes: nodesOf(dm2),
    addresses: places.addresses,
    serve: places.serve,
    ...(dm2.testerCertificates !== undefined && { showWrongCertificate: places.showWrongCertificate }),
    tell: async (message) => {
      if (trigger === undefined) throw new Inconclusive(`${target.name} has no trigger in its target file`);
      const told = { trigger, link, limit: target.ixit.responseTimeout };
      await tellTarget(told, JSON.parse(encodeTrigger(message)));
    },
    close: async () => {
      await places.close();
      await stage.close();
    },
  };
}

function pushCredentialsOf({ pushUser: user, pushPassword: password }: DM2Management) {
  return user === undefined || password === undefined ? undefined : { user, password };
}

function nodesOf({ testObject, operation, failingOperation, foreignObject }: DM2Management): DM2Nodes {
  return { testObject, ...present({ operation, failingOperation, foreignObject }) };
}
