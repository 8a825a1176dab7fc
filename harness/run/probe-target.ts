import type { Attributes } from '../../protocol/model/attribute-value';
import { SomecastAlgorithm } from '../../protocol/tables/onem2m/enumerations';
import { openExternalStage } from '../cast/open-stage';
import { Originator } from '../cast/originator';
import { Scene } from '../cast/scene';
import type { Target } from '../config/target';

/** What a CSE says of itself. */
export interface CseIdentity {
  readonly cseID: string;
  readonly resourceName: string;
  readonly releaseVersions: readonly string[];
}

/** ICS items as far as a probe can tell; what it cannot tell is left out. */
export type ProbedItems = { readonly [item: string]: boolean };

/**
 * Asks a CSE for its CSEBase: under the name given, else under the shorthand and under names that are common.
 * Answers why not where nothing of that is there.
 * @see TS-0001 9.3.2.2 for the shorthand
 */
export async function probeIdentity(target: Target, names: readonly string[]): Promise<CseIdentity | string> {
  const stage = openExternalStage(target, 'probe');
  const originator = new Originator(stage, 'probe', target.cse.adminOriginator);
  let why = 'no name was tried';
  for (const name of names) {
    const outcome = await originator.send({ operation: 'retrieve', to: name });
    if (outcome.kind === 'none') return outcome.why;
    const { content, responseStatusCode } = outcome.response;
    if (content?.kind === 'resource') return identityOf(content.resource.attributes, name);
    why = `${target.cse.adminOriginator} retrieves ${name}: ${responseStatusCode}`;
  }
  return why;
}

function identityOf(attributes: Attributes, name: string): CseIdentity {
  const { resourceName, supportedReleaseVersions } = attributes;
  const cseID = String(attributes['CSE-ID'] ?? '/unknown');
  return {
    cseID: cseID.startsWith('/') ? cseID : `/${cseID}`,
    resourceName: typeof resourceName === 'string' ? resourceName : name,
    releaseVersions: Array.isArray(supportedReleaseVersions) ? supportedReleaseVersions.map(String) : [],
  };
}

const GROUP_PROBES: { readonly [item: string]: Attributes } = {
  'group.somecast': { somecastEnable: true },
  'group.somecast.weighted': {
    somecastEnable: true,
    somecastAlgorithm: SomecastAlgorithm.WEIGHTED_ROUND_ROBIN,
  },
  'group.somecast.leastWorkLoad': {
    somecastEnable: true,
    somecastAlgorithm: SomecastAlgorithm.LEAST_WORK_LOAD,
  },
  'group.somecast.random': { somecastEnable: true, somecastAlgorithm: SomecastAlgorithm.RANDOM },
};

/** Makes one group per item, and one remoteCSE, and removes everything again. */
export async function probeItems(target: Target): Promise<ProbedItems> {
  const scene = new Scene(openExternalStage(target, 'probe'));
  const succeeds = (attempt: () => Promise<unknown>): Promise<boolean> =>
    attempt().then(
      () => true,
      () => false,
    );
  const makeGroup = (attributes: Attributes): Promise<unknown> => {
    const all = { maxNrOfMembers: 5, memberIDs: [scene.required('member').structured], ...attributes };
    return scene.make({ name: 'probe', typeName: 'group', parent: 'the CSE', attributes: all });
  };
  try {
    const items: { [item: string]: boolean } = {};
    items.group = await succeeds(async () => {
      await scene.make({ name: 'member', typeName: 'container', parent: 'the CSE' });
      await makeGroup({});
    });
    if (!items.group) return items;
    for (const [item, attributes] of Object.entries(GROUP_PROBES)) {
      items[item] = await succeeds(() => makeGroup(attributes));
    }
    items['remote-cse'] = await succeeds(() => scene.host('CSE2'));
    items.xml = await succeeds(() => retrieveInXml(scene));
    return items;
  } finally {
    await scene.clear();
  }
}

async function retrieveInXml(scene: Scene): Promise<void> {
  const originator = await scene.originator('AE1');
  const outcome = await originator.send(
    { operation: 'retrieve', to: scene.required('member').structured },
    'xml',
  );
  if (outcome.kind !== 'answer' || outcome.response.content?.kind !== 'resource') throw new Error('no XML');
}
