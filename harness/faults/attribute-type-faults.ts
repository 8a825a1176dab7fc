import type { Fault } from './fault';
import { type JsonObject, rewritingGroups } from './rewritten-message';

/** Deviations of decoders that are too lenient with the types of attributes. @see SOM 7.4.13.2.1 step 1, TS-0004 6.3 */
export const ATTRIBUTE_TYPE_FAULTS: readonly Fault[] = [
  {
    name: 'positive-integer-not-checked',
    description: 'A maxNrOfMembers that is no positive integer counts as 1.',
    catches: ['A maxNrOfMembers of <value> is refused'],
    wrapEndpoint: rewritingGroups('POST', (group) =>
      group.mnm === undefined || isPositiveInteger(group.mnm) ? group : { ...group, mnm: 1 },
    ),
  },
  {
    name: 'boolean-not-checked',
    description: 'Any value of somecastEnable that is not false counts as true.',
    catches: ['A somecastEnable of <value> is no boolean and is refused'],
    wrapEndpoint: rewritingGroups('POST', (group) =>
      group.some === undefined ? group : { ...group, some: Boolean(group.some) },
    ),
  },
  {
    name: 'null-ignored-at-create',
    description: 'NULL counts as absent in a create, and for a mandatory attribute as a default.',
    catches: ['NULL for the mandatory <attribute> is refused at create'],
    wrapEndpoint: rewritingGroups('POST', withDefaultsForNull),
  },
  {
    name: 'types-coerced-at-create',
    description: 'Numbers in quotes, single values for lists and the like are made to fit in a create.',
    catches: ['A <attribute> of <value> has the wrong type and is refused'],
    wrapEndpoint: rewritingGroups('POST', coerced),
  },
  {
    name: 'types-coerced-at-update',
    description: 'Numbers in quotes, single values for lists and the like are made to fit in an update.',
    catches: ['A wrong type in an update is refused and changes nothing'],
    wrapEndpoint: rewritingGroups('PUT', coerced),
  },
];

const COERCIONS: { readonly [shortName: string]: (value: unknown) => unknown } = {
  mnm: Number,
  mid: (value) => (Array.isArray(value) ? value : [value]),
  gn: String,
  lbl: (value) => (Array.isArray(value) ? value : [String(value)]),
};

function coerced(group: JsonObject): JsonObject {
  const attributes = Object.entries(group).map(([name, value]): [string, unknown] => [
    name,
    value === null ? null : (COERCIONS[name]?.(value) ?? value),
  ]);
  return Object.fromEntries(attributes);
}

const DEFAULTS: JsonObject = { mnm: 100, mid: [] };

function withDefaultsForNull(group: JsonObject): JsonObject {
  const attributes = Object.entries(group).map(([name, value]) => [name, value ?? DEFAULTS[name] ?? null]);
  return Object.fromEntries(attributes.filter(([, value]) => value !== null));
}

function isPositiveInteger(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}
