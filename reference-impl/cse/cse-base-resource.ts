import { formatTimestamp } from '../../protocol/model/timestamp';
import { ResourceType } from '../../protocol/tables/onem2m/resource-type-numbers';
import { resourceTypeByNumber } from '../../protocol/tables/onem2m/resource-types';
import type { Cse } from './cse';
import type { Resource } from './resource';

/** The root of all resources of a CSE. @see TS-0004 7.4.3 */
export function cseBaseResource({ config, ports, procedures }: Cse): Resource {
  const now = formatTimestamp(ports.clock.now());
  return {
    resourceID: config.resourceID,
    parentID: '',
    resourceName: config.resourceName,
    resourceType: ResourceType.CSEBase,
    element: resourceTypeByNumber(ResourceType.CSEBase)?.element ?? '',
    createdBy: config.adminOriginator,
    attributes: {
      resourceType: ResourceType.CSEBase,
      resourceID: config.resourceID,
      resourceName: config.resourceName,
      parentID: '',
      creationTime: now,
      lastModifiedTime: now,
      'CSE-ID': config.cseID,
      pointOfAccess: config.pointOfAccess,
      supportedReleaseVersions: config.supportedReleaseVersions,
      supportedResourceType: supportedTypes(procedures.resourceTypeProcedures),
    },
  };
}

function supportedTypes(proceduresOf: (resourceType: number) => unknown): readonly number[] {
  return Object.values(ResourceType).filter((resourceType) => proceduresOf(resourceType) !== undefined);
}
