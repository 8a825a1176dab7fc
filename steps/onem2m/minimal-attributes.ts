import type { Attributes } from '../../protocol/model/attribute-value';
import type { Kind } from './specializations';

/** The attributes without which a resource of this kind cannot be created. */
export function minimalAttributes(kind: Kind, name: string): Attributes {
  switch (kind.typeName) {
    case 'contentInstance':
      return { content: name };
    case 'node':
      return { nodeID: `urn:flowproof:${name}` };
    case 'mgmtObj':
      return { mgmtDefinition: kind.specialization ?? 0, ...MGMT_STATE[kind.element ?? ''] };
    case 'flexContainer':
      return { containerDefinition: kind.specialization ?? '', ...FLEX_STATE[kind.element ?? ''] };
    case 'subscription':
      return { notificationContentType: 1 };
    case 'accessControlPolicy':
      return { privileges: { accessControlRule: [] }, selfPrivileges: { accessControlRule: [] } };
    default:
      return {};
  }
}

const MGMT_STATE: { readonly [element: string]: Attributes } = {
  'm2m:bat': { batteryLevel: 50, batteryStatus: 1 },
  'm2m:dvi': {
    deviceLabel: 'label',
    manufacturer: 'maker',
    model: 'model',
    deviceType: 'type',
    fwVersion: '1',
    swVersion: '1',
    hwVersion: '1',
  },
  'm2m:fwr': { version: '1', firmwareName: 'name', URL: 'http://127.0.0.1/fw', update: false },
};

const FLEX_STATE: { readonly [element: string]: Attributes } = {
  'cod:color': { red: 1, green: 2, blue: 3 },
  'cod:tempe': { curT0: 20 },
};
