import { isDeepStrictEqual } from 'node:util';
import type { Attributes } from '../../protocol/model/attribute-value';
import { formatTimestamp } from '../../protocol/model/timestamp';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { resourceTypeByNumber } from '../../protocol/tables/onem2m/resource-types';
import { SESSION_CAPABILITY } from '../../protocol/tables/onem2m/session-types';
import type { Cse } from './cse';
import { isSessionType } from './session/session-resource';

/**
 * Puts the root of all resources into the store, once in the life of a CSE: when it comes back, what was created stays,
 * and what follows from its configuration is as configured now. @see TS-0004 7.4.3
 */
export function putCseBase(cse: Cse): void {
  const { config, ports, store } = cse;
  const now = formatTimestamp(ports.clock.now());
  const kept = store.get(config.resourceID);
  const { labels: _asConfigured, ...before }: Attributes = kept?.attributes ?? {
    creationTime: now,
    lastModifiedTime: now,
  };
  const attributes = { ...before, ...configuredAttributes(cse) };
  if (kept !== undefined && isDeepStrictEqual(attributes, kept.attributes)) return;
  store.put({
    resourceID: config.resourceID,
    parentID: '',
    resourceName: config.resourceName,
    resourceType: ResourceType.CSEBase,
    element: resourceTypeByNumber(ResourceType.CSEBase)?.element ?? '',
    createdBy: config.adminOriginator,
    attributes: { ...attributes, lastModifiedTime: now },
  });
}

function configuredAttributes({ config, procedures }: Cse): Attributes {
  const types = supportedTypes(procedures.resourceTypeProcedures);
  return {
    resourceType: ResourceType.CSEBase,
    resourceID: config.resourceID,
    resourceName: config.resourceName,
    parentID: '',
    'CSE-ID': config.cseID,
    pointOfAccess: config.pointOfAccess,
    supportedReleaseVersions: config.supportedReleaseVersions,
    ...(config.serviceSessions && { labels: [SESSION_CAPABILITY] }),
    supportedResourceType: config.serviceSessions ? types : types.filter((type) => !isSessionType(type)),
  };
}

function supportedTypes(proceduresOf: (resourceType: number) => unknown): readonly number[] {
  return Object.values(ResourceType).filter((resourceType) => proceduresOf(resourceType) !== undefined);
}
