import type { NodeDescription } from '../management-tree/node-description';
import type { Account, AuthenticationType } from '../syncml/account';
import type { DeviceConfig } from './device-config';

/**
 * The accounts of the device as its servers see them. They are what the device was deployed with: a server reads them,
 * secrets excepted, and changes none. @see DM_StdObj 7.1.3.1
 */
export function accountObject({ servers }: DeviceConfig): NodeDescription {
  const nodes = servers.map((account, index) => [`Server${index + 1}`, accountNode(account)] as const);
  return { format: 'node', permanent: true, nodes: Object.fromEntries(nodes) };
}

const AUTHENTICATION_NAMES: { readonly [type in AuthenticationType]: string } = {
  basic: 'BASIC',
  md5: 'DIGEST',
  hmac: 'HMAC',
};

/** The identifier of DM accounts. @see DM_StdObj 7.1.3.1 AppID */
const APPLICATION_ID = 'w7';

function accountNode(account: Account): NodeDescription {
  return interior(
    {
      AppID: leaf(APPLICATION_ID),
      ServerID: leaf(account.serverID),
      Name: leaf(account.serverID),
      AppAddr: interior({ Address: addressNode(account) }),
      AAuthPref: leaf(AUTHENTICATION_NAMES[account.client.type]),
      AppAuth: interior({ Client: proofNode(account, 'client'), Server: proofNode(account, 'server') }),
    },
    'urn:oma:mo:oma-dm-dmacc:1.0',
  );
}

function addressNode({ serverAddress }: Account): NodeDescription {
  const { port, protocol } = new URL(serverAddress);
  const defaultPort = protocol === 'https:' ? '443' : '80';
  return interior({
    Addr: leaf(serverAddress),
    AddrType: leaf('URI'),
    Port: interior({ Port: interior({ PortNbr: leaf(port || defaultPort) }) }),
  });
}

function proofNode(account: Account, side: 'client' | 'server'): NodeDescription {
  const { type, name } = account[side];
  return interior({
    AAuthLevel: leaf(side === 'client' ? 'CLCRED' : 'SRVCRED'),
    AAuthType: leaf(AUTHENTICATION_NAMES[type]),
    AAuthName: leaf(name),
    AAuthSecret: { format: 'chr', permanent: true, access: [] },
    AAuthData: { format: 'bin', permanent: true, access: [] },
  });
}

function leaf(value: string): NodeDescription {
  return { value, format: 'chr', permanent: true, access: ['Get'] };
}

function interior(nodes: { readonly [name: string]: NodeDescription }, type = ''): NodeDescription {
  return { format: 'node', type, permanent: true, nodes };
}
