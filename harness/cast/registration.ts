import type { Attributes } from '../../protocol/model/attribute-value';
import { ResourceType } from '../../protocol/tables/onem2m/resource-types';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { Inconclusive } from '../verdict/deviation';
import { describeAnswer } from './describe-answer';
import type { Originator } from './originator';
import type { CseStage } from './stage';

/** Where the target put the resource of a registration, by the name and identifier that it chose. */
export interface Registered {
  readonly cseID: string;
  readonly resourceID: string;
  readonly structured: string;
}

/** Registers a tester as an application. Inconclusive where the target will not have it. @see TS-0001 10.2.2.2 */
export function registerApplication(stage: CseStage, originator: Originator): Promise<Registered> {
  return register(stage, originator, ResourceType.AE, {
    element: 'm2m:ae',
    attributes: {
      resourceName: stage.unique(originator.name.toLowerCase()),
      'App-ID': 'Nflowproof',
      requestReachability: false,
      supportedReleaseVersions: [stage.cse.releaseVersion],
    },
  });
}

/** Registers a tester as a CSE that can be reached at `pointOfAccess`. @see TS-0001 10.2.2.4 */
export function registerCse(
  stage: CseStage,
  registrar: Originator,
  pointOfAccess: string,
): Promise<Registered> {
  return register(stage, registrar, ResourceType.remoteCSE, {
    element: 'm2m:csr',
    attributes: {
      resourceName: stage.unique(registrar.name.toLowerCase()),
      CSEBase: `${registrar.id}/base`,
      'CSE-ID': registrar.id,
      cseType: 2,
      pointOfAccess: [pointOfAccess],
      requestReachability: true,
      supportedReleaseVersions: [stage.cse.releaseVersion],
    },
  });
}

async function register(
  stage: CseStage,
  by: Originator,
  resourceType: number,
  resource: { readonly element: string; readonly attributes: Attributes },
): Promise<Registered> {
  const { cseID, resourceName: base } = stage.cse;
  const content = { kind: 'resource', resource } as const;
  const outcome = await by.send({ operation: 'create', to: base, resourceType, content });
  if (outcome.kind === 'none') throw new Inconclusive(`${by.name} could not register: ${outcome.why}`);
  const { response } = outcome;
  const made = response.content?.kind === 'resource' ? response.content.resource.attributes : {};
  const { resourceID, resourceName = resource.attributes.resourceName } = made;
  if (response.responseStatusCode !== RSC.CREATED || typeof resourceID !== 'string') {
    throw new Inconclusive(`${by.name} could not register at the target: ${describeAnswer(response)}`);
  }
  return { cseID, resourceID: unprefixed(resourceID, cseID), structured: `${base}/${String(resourceName)}` };
}

/** Some CSEs write resourceID with their CSE-ID before it: the same resource, another spelling. */
export function unprefixed(resourceID: string, cseID: string): string {
  return resourceID.startsWith(`${cseID}/`) ? resourceID.slice(cseID.length + 1) : resourceID;
}
