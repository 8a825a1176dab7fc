import { GROUP_ATTRIBUTES } from '../../protocol/tables/onem2m/attributes/group';
import { GROUP_CHILD_RESOURCES } from '../../protocol/tables/onem2m/child-resources';
import { nameOf } from '../../protocol/tables/onem2m/enumeration';
import { ENUMERATIONS } from '../../protocol/tables/onem2m/enumerations';
import { MGMT_OBJ_SPECIALIZATIONS, RESOURCE_TYPES } from '../../protocol/tables/onem2m/resource-types';
import type { AttributeRow, DataType, ResourceTypeRow } from '../../protocol/tables/onem2m/rows';
import { dataTypeText } from './data-type-text';
import { code, document, table } from './markdown';
import { generatedFrom, type Page } from './page';

export function resourcePages(): readonly Page[] {
  return [
    { file: 'docs/protocol/group-attributes.md', text: groupAttributes() },
    { file: 'docs/protocol/resource-types.md', text: resourceTypes() },
  ];
}

const ATTRIBUTE_HEADINGS = ['Attribute', 'Short', 'Type', 'Create', 'Update', 'If not given', 'Clause'];

function groupAttributes(): string {
  const children = GROUP_CHILD_RESOURCES.map((row) => [
    code(row.name),
    row.resourceName === undefined ? 'any' : code(row.resourceName),
    row.multiplicity,
    row.clause,
  ]);
  return document([
    generatedFrom('protocol/tables/onem2m/attributes/group.ts and child-resources.ts'),
    '# Attributes of a group',
    'Under Create and Update: mandatory (M), optional (O), not permitted (NP) in the request.',
    table(ATTRIBUTE_HEADINGS, GROUP_ATTRIBUTES.map(attributeCells)),
    '`some` and `soma` are assigned by no published table; a target file can spell them otherwise, see `names` in [target-file.md](../target-file.md).',
    '## Child resources',
    table(['Child', 'Resource name', 'No.', 'Clause'], children),
  ]);
}

function resourceTypes(): string {
  const types = [...RESOURCE_TYPES, ...MGMT_OBJ_SPECIALIZATIONS];
  return document([
    generatedFrom('protocol/tables/onem2m/resource-types.ts and attributes/'),
    '# Resource types',
    'The types that the flows use, with their attributes. The attributes of a group have a [page of their own](group-attributes.md).',
    table(['Type', 'Number', 'Element', 'Parents', 'Virtual children', 'Clause'], types.map(typeCells)),
    ...types.filter(({ name }) => name !== 'group').flatMap(attributesOfType),
  ]);
}

function typeCells(row: ResourceTypeRow): readonly string[] {
  return [
    code(titleOf(row)),
    String(row.type),
    code(row.element),
    list(row.parents),
    list(row.virtualChildren),
    row.clause,
  ];
}

function attributesOfType(row: ResourceTypeRow): readonly string[] {
  const open = row.customAttributes ? 'A specialization adds attributes of its own.' : '';
  return [`## ${titleOf(row)}`, open, table(ATTRIBUTE_HEADINGS, row.attributes.map(attributeCells))];
}

function titleOf({ name, specialization }: ResourceTypeRow): string {
  return specialization === undefined ? name : `${name}: ${specialization}`;
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.map(code).join(' ');
}

function attributeCells(row: AttributeRow): readonly string[] {
  return [
    code(row.name),
    code(row.short),
    dataTypeText(row.type),
    row.create,
    row.update,
    ifNotGiven(row),
    row.clause,
  ];
}

function ifNotGiven(row: AttributeRow): string {
  if (row.generatedByHostingCse) return 'made by the hosting CSE';
  if (row.initial === undefined) return '';
  return code(valueText(row.type, row.initial));
}

function valueText(type: DataType, value: string | number | boolean): string {
  const meanings = Object.values(ENUMERATIONS).find(({ name }) => name === type.name);
  const meaning = typeof value === 'number' && meanings ? nameOf(meanings, value) : undefined;
  return meaning === undefined ? String(value) : `${value} (${meaning})`;
}
