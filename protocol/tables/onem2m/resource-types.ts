/**
 * The resource types that the flows use, and how one finds a type by name, by number or by element on the wire.
 * It knows what a type consists of and under which types it may stand, not what its procedures do.
 * @see TS-0004 6.3.4.2.1, 6.8, 7.4 and table 8.2.4-1; TS-0001 9.6.1.1 (parents)
 */
import { ACCESS_CONTROL_POLICY_ATTRIBUTES } from './attributes/access-control-policy';
import { AE_ATTRIBUTES } from './attributes/ae';
import { CONTAINER_ATTRIBUTES } from './attributes/container';
import { CONTENT_INSTANCE_ATTRIBUTES } from './attributes/content-instance';
import { CSE_BASE_ATTRIBUTES } from './attributes/cse-base';
import { FLEX_CONTAINER_ATTRIBUTES } from './attributes/flex-container';
import { groupAttributes } from './attributes/group';
import {
  BATTERY_ATTRIBUTES,
  DEVICE_INFO_ATTRIBUTES,
  FIRMWARE_ATTRIBUTES,
  MGMT_OBJ_ATTRIBUTES,
} from './attributes/mgmt-obj';
import { NODE_ATTRIBUTES } from './attributes/node';
import { REMOTE_CSE_ATTRIBUTES } from './attributes/remote-cse';
import { REQUEST_ATTRIBUTES } from './attributes/request';
import { SCHEDULE_ATTRIBUTES } from './attributes/schedule';
import { SUBSCRIPTION_ATTRIBUTES } from './attributes/subscription';
import { DEFAULT_PROJECT_NAMES, type ProjectNames } from './project-names';
import { ResourceType } from './resource-type-numbers';
import type { ResourceTypeRow } from './rows';
import { SESSION_RESOURCE_TYPES } from './session-resource-types';

export { ResourceType } from './resource-type-numbers';

/** Management objects without a row of their own. @see TS-0004 table 8.2.4-1 */
const OTHER_MGMT_OBJ_NAMES = 'swr mem ani andi dvc rbo evl cmp acmp cmdf cmdv cmpv cml cmnr cmwr cmbf'.split(
  ' ',
);

/** flexContainer specializations that the service layer itself defines. @see TS-0004 table 8.2.4-1, annexes J and K */
const M2M_FLEX_CONTAINER_NAMES = 'gis gio ajsw ajfw ajap ajso ajif ajmd ajmc ajpr'.split(' ');

const TREE_TYPES: readonly ResourceTypeRow[] = [
  {
    name: 'accessControlPolicy',
    type: ResourceType.accessControlPolicy,
    element: 'm2m:acp',
    attributes: ACCESS_CONTROL_POLICY_ATTRIBUTES,
    parents: ['AE', 'remoteCSE', 'CSEBase'],
    virtualChildren: [],
    clause: 'TS-0004 7.4.2',
  },
  {
    name: 'AE',
    type: ResourceType.AE,
    element: 'm2m:ae',
    attributes: AE_ATTRIBUTES,
    parents: ['CSEBase'],
    virtualChildren: [],
    clause: 'TS-0004 7.4.5',
  },
  {
    name: 'container',
    type: ResourceType.container,
    element: 'm2m:cnt',
    attributes: CONTAINER_ATTRIBUTES,
    parents: ['AE', 'container', 'remoteCSE', 'CSEBase', 'flexContainer'],
    virtualChildren: ['la', 'ol'],
    clause: 'TS-0004 7.4.6',
  },
  {
    name: 'contentInstance',
    type: ResourceType.contentInstance,
    element: 'm2m:cin',
    attributes: CONTENT_INSTANCE_ATTRIBUTES,
    parents: ['container'],
    virtualChildren: [],
    clause: 'TS-0004 7.4.7',
  },
  {
    name: 'CSEBase',
    type: ResourceType.CSEBase,
    element: 'm2m:cb',
    attributes: CSE_BASE_ATTRIBUTES,
    parents: [],
    virtualChildren: [],
    clause: 'TS-0004 7.4.3',
  },
];

function group(names: ProjectNames): ResourceTypeRow {
  return {
    name: 'group',
    type: ResourceType.group,
    element: 'm2m:grp',
    attributes: groupAttributes(names),
    parents: ['AE', 'remoteCSE', 'CSEBase'],
    virtualChildren: ['fopt', 'sfop'],
    clause: 'SOM 7.4.13',
  };
}

const MGMT_OBJ: ResourceTypeRow = {
  name: 'mgmtObj',
  type: ResourceType.mgmtObj,
  element: 'm2m:mgmtObj',
  attributes: MGMT_OBJ_ATTRIBUTES,
  parents: ['node'],
  virtualChildren: [],
  customAttributes: true,
  clause: 'TS-0004 7.4.15',
};

const REGISTRY_TYPES: readonly ResourceTypeRow[] = [
  {
    name: 'node',
    type: ResourceType.node,
    element: 'm2m:nod',
    attributes: NODE_ATTRIBUTES,
    parents: ['CSEBase'],
    virtualChildren: [],
    clause: 'TS-0004 7.4.18',
  },
  {
    name: 'remoteCSE',
    type: ResourceType.remoteCSE,
    element: 'm2m:csr',
    attributes: REMOTE_CSE_ATTRIBUTES,
    parents: ['CSEBase'],
    virtualChildren: [],
    clause: 'TS-0004 7.4.4',
  },
  {
    name: 'request',
    type: ResourceType.request,
    element: 'm2m:req',
    attributes: REQUEST_ATTRIBUTES,
    parents: ['CSEBase'],
    virtualChildren: [],
    clause: 'TS-0004 7.4.12',
  },
  {
    name: 'schedule',
    type: ResourceType.schedule,
    element: 'm2m:sch',
    attributes: SCHEDULE_ATTRIBUTES,
    parents: ['subscription', 'CSEBase', 'node'],
    virtualChildren: [],
    clause: 'TS-0004 7.4.9',
  },
  {
    name: 'subscription',
    type: ResourceType.subscription,
    element: 'm2m:sub',
    attributes: SUBSCRIPTION_ATTRIBUTES,
    parents: [
      'accessControlPolicy',
      'AE',
      'container',
      'CSEBase',
      'flexContainer',
      'group',
      'mgmtObj',
      'node',
      'remoteCSE',
      'request',
      'schedule',
      'sessions',
    ],
    virtualChildren: ['ntsr'],
    clause: 'TS-0004 7.4.8',
  },
];

const FLEX_CONTAINER: ResourceTypeRow = {
  name: 'flexContainer',
  type: ResourceType.flexContainer,
  element: 'm2m:flexContainer',
  attributes: FLEX_CONTAINER_ATTRIBUTES,
  parents: ['AE', 'container', 'flexContainer', 'remoteCSE', 'CSEBase'],
  virtualChildren: [],
  customAttributes: true,
  clause: 'TS-0004 7.4.37',
};

/**
 * The table under a target's own spelling of what no table assigns. The elements of mgmtObj and flexContainer name the
 * types themselves: on the wire there are only specializations.
 */
export function resourceTypes(names: ProjectNames): readonly ResourceTypeRow[] {
  return [
    ...TREE_TYPES,
    group(names),
    MGMT_OBJ,
    ...REGISTRY_TYPES,
    FLEX_CONTAINER,
    ...SESSION_RESOURCE_TYPES,
  ];
}

export const RESOURCE_TYPES = resourceTypes(DEFAULT_PROJECT_NAMES);

const MGMT_OBJ_SPECIALIZATION_TABLE = 'TS-0004 annex D';

/** A management object whose attributes the tables know: only those that its definition has are legal. */
function specialization(
  name: string,
  element: string,
  attributes: ResourceTypeRow['attributes'],
): ResourceTypeRow {
  const { customAttributes: _open, ...closed } = MGMT_OBJ;
  return { ...closed, element, attributes, specialization: name, clause: MGMT_OBJ_SPECIALIZATION_TABLE };
}

export const MGMT_OBJ_SPECIALIZATIONS: readonly ResourceTypeRow[] = [
  specialization('firmware', 'm2m:fwr', FIRMWARE_ATTRIBUTES),
  specialization('battery', 'm2m:bat', BATTERY_ATTRIBUTES),
  specialization('deviceInfo', 'm2m:dvi', DEVICE_INFO_ATTRIBUTES),
];

export function resourceTypeNamed(name: string, types = RESOURCE_TYPES): ResourceTypeRow | undefined {
  return types.find((row) => row.name === name);
}

export function resourceTypeByNumber(type: number, types = RESOURCE_TYPES): ResourceTypeRow | undefined {
  return types.find((row) => row.type === type);
}

/**
 * The type that a root element names. Specializations give the row of their type: management objects under the prefix
 * m2m their own row where there is one, any element of a foreign namespace flexContainer. @see TS-0004 6.3.5.34, 6.3.5.38
 */
export function resourceTypeByElement(element: string, types = RESOURCE_TYPES): ResourceTypeRow | undefined {
  const known = types.find((row) => row.element === element);
  const described = known ?? MGMT_OBJ_SPECIALIZATIONS.find((row) => row.element === element);
  return described ?? resourceTypeNamed(specializedType(element) ?? '', types);
}

/** The type that an element without a row of its own specializes. */
function specializedType(element: string): string | undefined {
  const [prefix, name, ...more] = element.split(':');
  if (!prefix || !name || more.length > 0) return undefined;
  if (prefix !== 'm2m') return FLEX_CONTAINER.name;
  if (OTHER_MGMT_OBJ_NAMES.includes(name)) return MGMT_OBJ.name;
  return M2M_FLEX_CONTAINER_NAMES.includes(name) ? FLEX_CONTAINER.name : undefined;
}
