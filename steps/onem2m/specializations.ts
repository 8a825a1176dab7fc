import type { AttributeValue } from '../../protocol/model/attribute-value';
import { MgmtDefinition } from '../../protocol/tables/onem2m/enumerations';
import { RESOURCE_TYPES } from '../../protocol/tables/onem2m/resource-types';

/** What a word for a kind of resource amounts to: a resource type, and for specializations what tells them apart. */
export interface Kind {
  readonly typeName: string;
  readonly element?: string;
  /** mgmtDefinition or containerDefinition. */
  readonly specialization?: number | string;
}

const MGMT_ELEMENTS: { readonly [word: string]: string } = {
  battery: 'm2m:bat',
  deviceInfo: 'm2m:dvi',
  firmware: 'm2m:fwr',
};
const FLEX_ELEMENTS: { readonly [word: string]: string } = {
  colour: 'cod:color',
  temperature: 'cod:tempe',
};

/** The value of specializationType for such a word: one of its two alternatives. @see TS-0004 6.3.5 */
export function specializationTypeOf(word: string): AttributeValue {
  const { typeName, specialization } = kindOf(word);
  if (specialization === undefined) return word;
  return typeName === 'mgmtObj'
    ? { mgmtDefinition: specialization }
    : { containerDefinition: specialization };
}

/** `container` is a resource type, `battery` a mgmtObj, `colour` a flexContainer. */
export function kindOf(word: string): Kind {
  const mgmt = MGMT_ELEMENTS[word];
  if (mgmt !== undefined) {
    return {
      typeName: 'mgmtObj',
      element: mgmt,
      specialization: MgmtDefinition[word as keyof typeof MgmtDefinition],
    };
  }
  const flex = FLEX_ELEMENTS[word];
  if (flex !== undefined) {
    return {
      typeName: 'flexContainer',
      element: flex,
      specialization: `org.onem2m.common.moduleclass.${word}`,
    };
  }
  if (RESOURCE_TYPES.some((row) => row.name === word)) return { typeName: word };
  throw new Error(`"${word}" is no resource type that the tables know`);
}
