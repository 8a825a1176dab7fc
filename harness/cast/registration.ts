import type { Attributes } from '../../protocol/model/attribute-value';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { ResourceType } from '../../protocol/tables/onem2m/resource-types';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { Inconclusive } from '../verdict/deviation';
import { describeAnswer } from './describe-answer';
import type { Originator, RequestDraft } from './originator';
import type { CseStage } from './stage';

/** Where the target put the resource of a registration, by the name and identifier that it chose. */
export interface Registered {
  readonly cseID: string;
  readonly resourceID: string;
  readonly structured: string;
}

/** Registers a tester as an application. Inconclusive where the target will not have it. @see TS-0001 10.2.2.2 */
export function registerApplication(stage: CseStage, originator: Originator): Promise<Registered> {
  return register(stage, originator, applicationRegistration(stage, originator));
}

/** What is created to register, and of which type. */
export interface Registration {
  readonly resourceType: number;
  readonly resource: { readonly element: string; readonly attributes: Attributes };
}

export function applicationRegistration(
  stage: CseStage,
  { name }: Originator,
  more: Attributes = {},
): Registration {
  const attributes = {
    resourceName: stage.unique(name.toLowerCase()),
    'App-ID': 'Nflowproof',
    requestReachability: false,
    supportedReleaseVersions: [stage.cse.releaseVersion],
    ...more,
  };
  return { resourceType: ResourceType.AE, resource: { element: 'm2m:ae', attributes } };
}

/** Registers a tester as a CSE that can be reached at `pointOfAccess`. @see TS-0001 10.2.2.4 */
export function registerCse(
  stage: CseStage,
  registrar: Originator,
  pointOfAccess: string,
): Promise<Registered> {
  return register(stage, registrar, cseRegistration(stage, registrar, { pointOfAccess: [pointOfAccess] }));
}

export function cseRegistration(
  stage: CseStage,
  { name, id }: Originator,
  more: Attributes = {},
): Registration {
  const attributes = {
    resourceName: stage.unique(name.toLowerCase()),
    CSEBase: `${id}/base`,
    'CSE-ID': id,
    cseType: 2,
    requestReachability: true,
    supportedReleaseVersions: [stage.cse.releaseVersion],
    ...more,
  };
  return { resourceType: ResourceType.remoteCSE, resource: { element: 'm2m:csr', attributes } };
}

export async function register(
  stage: CseStage,
  by: Originator,
  registration: Registration,
): Promise<Registered> {
  const outcome = await by.send(registrationRequest(stage, registration));
  if (outcome.kind === 'none') throw new Inconclusive(`${by.name} could not register: ${outcome.why}`);
  return registeredBy(stage, by, { registration, response: outcome.response });
}

export function registrationRequest(
  { cse }: CseStage,
  { resourceType, resource }: Registration,
): RequestDraft {
  return { operation: 'create', to: cse.resourceName, resourceType, content: { kind: 'resource', resource } };
}

/** Where a registration that was answered has its resource. */
export function registeredBy(
  { cse }: CseStage,
  by: Originator,
  { registration, response }: { registration: Registration; response: ResponsePrimitive },
): Registered {
  const { cseID, resourceName: base } = cse;
  const { resource } = registration;
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
