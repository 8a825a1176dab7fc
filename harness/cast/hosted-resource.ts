import type { Attributes } from '../../protocol/model/attribute-value';
import type { Representation } from '../../protocol/model/representation';
import { resourceTypeNamed } from '../../protocol/tables/onem2m/resource-types';

/** A resource that a tester pretends to host: enough of a representation for those who ask what it is. */
export interface HostedResource {
  readonly name: string;
  readonly typeName: string;
  /** Structured, SP-relative: `/cse2/base/m1`. */
  readonly address: string;
  /** Unstructured, within its CSE: `cnt-m1`. */
  readonly resourceID: string;
  readonly attributes: Attributes;
  /** Root element where it is not that of the type: specializations. */
  readonly element?: string;
  /** Groups only: SP-relative addresses of its members. */
  readonly memberIDs?: readonly string[];
}

/** Whether the path behind a resource leads through a fan-out point. */
export function isFanOut(suffix: string): boolean {
  return suffix === 'fopt' || suffix.startsWith('fopt/');
}

const EPOCH = '20260101T000000';

export function representationOf(hosted: HostedResource): Representation {
  const row = resourceTypeNamed(hosted.typeName);
  return {
    element: hosted.element ?? row?.element ?? hosted.typeName,
    attributes: {
      resourceType: row?.type ?? 0,
      resourceID: hosted.resourceID,
      resourceName: hosted.name,
      creationTime: EPOCH,
      lastModifiedTime: EPOCH,
      ...(hosted.typeName === 'CSEBase' ? {} : CHILD_STATE),
      ...(hosted.typeName === 'container' ? CONTAINER_STATE : {}),
      ...(hosted.memberIDs
        ? { memberIDs: hosted.memberIDs, currentNrOfMembers: hosted.memberIDs.length }
        : {}),
      ...hosted.attributes,
    },
  };
}

/** A CSEBase has no parent and does not expire. @see TS-0004 7.4.3 */
const CHILD_STATE: Attributes = { parentID: 'base', expirationTime: '20991231T235959' };

const CONTAINER_STATE: Attributes = { stateTag: 0, currentNrOfInstances: 0, currentByteSize: 0 };
