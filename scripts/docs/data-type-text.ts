import type { DataType } from '../../protocol/tables/onem2m/rows';
import { code } from './markdown';

/** The name of a data type, and what else a reader needs to know to write a value of it. */
export function dataTypeText(type: DataType): string {
  return [code(type.name), constraint(type)].filter((part) => part !== '').join(', ');
}

function constraint(type: DataType): string {
  switch (type.kind) {
    case 'integer':
      return type.minimum === undefined || type.name.startsWith('xs:') ? '' : `at least ${type.minimum}`;
    case 'list':
      return type.minimumItems === undefined ? '' : 'not empty';
    case 'complex':
      return `of ${type.members.map((member) => code(member.short)).join(' ')}`;
    default:
      return '';
  }
}
