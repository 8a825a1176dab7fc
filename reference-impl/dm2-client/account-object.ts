import type { InteriorNode } from '../../protocol/model/dm2-object';
import type { DM2ClientConfig, ServerAccount } from './dm2-client-config';
import type { InteriorDescription, LeafDescription, ManagedObject } from './tree/node-description';

/** The accounts of the device as its servers may read them. Secrets are no nodes. @see dm2.md 7.3, OMA-TS-DM_Protocol-V2_0 (DM Account) */
export function accountObject({ servers }: DM2ClientConfig): ManagedObject {
  const instances = servers.map((account, index) => [String(index + 1), accountNode(account)] as const);
  return {
    description: {
      moid: 'urn:oma:mo:oma-dm-dmacc:1.2',
      name: 'DMAcc',
      root: interior({ SrvID: READ_ONLY, SrvURI: READ_ONLY, Perm: PERMISSIONS }),
      hasPermanentInstances: true,
    },
    instances: Object.fromEntries(instances),
  };
}

const READ_ONLY: LeafDescription = { kind: 'leaf', type: 'text', isPermanent: true, isReadOnly: true };
const PERMISSION = interior({ MOID: READ_ONLY });
const PERMISSIONS: InteriorDescription = {
  kind: 'interior',
  isPermanent: true,
  nodes: {},
  others: PERMISSION,
};

function interior(nodes: InteriorDescription['nodes']): InteriorDescription {
  return { kind: 'interior', isPermanent: true, nodes };
}

function accountNode({ serverID, serverURI, moids = [] }: ServerAccount): InteriorNode {
  const permissions = moids.map((moid, index) => [String(index + 1), { MOID: moid }] as const);
  return { SrvID: serverID, SrvURI: serverURI, Perm: Object.fromEntries(permissions) };
}
