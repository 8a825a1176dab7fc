import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nodeAt } from '../management-tree/build-tree';
import { VirtualClock } from '../runtime/virtual-clock';
import { DEFAULT_GATEWAY_CONFIG } from './default-gateway-config';
import type { GatewayConfig } from './gateway-config';
import { nodesOf } from './gateway-nodes';
import { gatewayTree, RESULTS_NODE, resultPair } from './gateway-tree';

/** What servers find below the gateway, and what they may do with it. @see GFO steps 1 to 6 */
const ACCOUNT = {
  serverAddress: 'http://s',
  deviceID: 'urn:g',
  client: { type: 'md5', name: 'g', password: 'p' },
  server: { type: 'md5', name: 's', password: 'q' },
} as const;

const CONFIG: GatewayConfig = {
  ...DEFAULT_GATEWAY_CONFIG,
  servers: [
    { ...ACCOUNT, serverID: 'com.one' },
    { ...ACCOUNT, serverID: 'com.two' },
  ],
  devices: [
    {
      name: 'pump',
      deviceID: 'urn:pump',
      notificationAddress: 'http://pump',
      authenticationType: 'hmac',
      clientName: 'name',
      clientSecret: 'secret of the device',
      serverSecret: 'secret of the gateway',
    },
  ],
  groups: [{ name: 'pumps', members: ['urn:pump', 'urn:other'] }],
};

function tree(config = CONFIG) {
  return gatewayTree(config, { clock: new VirtualClock(0), onStart: () => 202 });
}

function descriptionAt(uri: string) {
  return nodeAt(tree(), uri)?.description;
}

describe('the tree of a gateway', () => {
  it('has the two objects, told by their types, and who may use them', () => {
    const fanOut = nodeAt(tree(), './SCM');
    const configuration = nodeAt(tree(), './GwConfig');
    assert.equal(fanOut?.type, 'urn:oma:mo:oma-gwmo-fanout:1.0');
    assert.equal(configuration?.type, 'urn:oma:mo:oma-gwmo-config:1.1');
    const acl =
      'Add=com.one+com.two&Delete=com.one+com.two&Exec=com.one+com.two&Get=com.one+com.two&Replace=com.one+com.two';
    assert.deepEqual([fanOut?.description.acl, configuration?.description.acl], [acl, acl]);
    assert.deepEqual(nodesOf(tree()).childrenOf('.'), ['DevInfo', 'SCM', 'GwConfig']);
    assert.equal(nodesOf(tree()).textOf('./DevInfo/DevId'), 'urn:x-flowproof:gateway');
  });

  it('has them where the configuration wants them', () => {
    const nodes = nodesOf(tree({ ...CONFIG, fanOutRoot: './Fan', configurationRoot: './Conf' }));
    assert.deepEqual(nodes.childrenOf('.'), ['DevInfo', 'Fan', 'Conf']);
    assert.deepEqual(nodes.childrenOf('./Fan/FanOut'), ['ToBeFannedOut', 'TargetGroupRef', 'Start']);
  });

  it('has operands that are read and replaced, a Start that is only executed, and a place for results', () => {
    const { format, type } = nodeAt(tree(), './SCM/FanOut/ToBeFannedOut') ?? {};
    assert.deepEqual([format, type], ['xml', 'text/plain']);
    const commands = descriptionAt('./SCM/FanOut/ToBeFannedOut');
    assert.deepEqual(commands?.access, ['Get', 'Replace']);
    assert.deepEqual(commands?.otherFormats, ['chr']);
    assert.deepEqual(commands?.otherTypes, ['application/xml', 'text/xml', 'application/vnd.syncml.dm+xml']);
    assert.equal(nodeAt(tree(), './SCM/FanOut/TargetGroupRef')?.format, 'chr');
    assert.deepEqual(descriptionAt('./SCM/FanOut/TargetGroupRef')?.access, ['Get', 'Replace']);
    assert.equal(nodeAt(tree(), './SCM/FanOut/Start')?.format, 'null');
    assert.deepEqual(descriptionAt('./SCM/FanOut/Start')?.access, []);
    assert.equal(nodeAt(tree(), './SCM/Results')?.format, 'node');
  });

  it('keeps what the objects consist of, and lets go of devices and groups', () => {
    const own = [
      './SCM',
      './SCM/FanOut',
      './SCM/Results',
      './GwConfig',
      './GwConfig/Devices',
      './GwConfig/Groups',
    ];
    const leaves = ['ToBeFannedOut', 'TargetGroupRef', 'Start'].map((name) => `./SCM/FanOut/${name}`);
    for (const uri of [...own, ...leaves]) assert.equal(descriptionAt(uri)?.permanent, true, uri);
    for (const uri of [
      './GwConfig/Devices/pump',
      './GwConfig/Groups/pumps',
      './GwConfig/Groups/pumps/Member1',
    ]) {
      assert.equal(descriptionAt(uri)?.permanent, undefined, uri);
      assert.deepEqual(descriptionAt(uri)?.access, ['Delete', 'Get', 'Replace'], uri);
    }
  });

  it('shows of a device all but its secrets', () => {
    const values = {
      DeviceID: 'urn:pump',
      NotificationAddress: 'http://pump',
      AuthType: 'hmac',
      ClientName: 'name',
      ClientSecret: 'secret of the device',
      ServerSecret: 'secret of the gateway',
    };
    for (const [name, value] of Object.entries(values)) {
      const uri = `./GwConfig/Devices/pump/${name}`;
      assert.equal(nodesOf(tree()).textOf(uri), value);
      assert.equal(nodeAt(tree(), uri)?.format, 'chr');
      const access = name.endsWith('Secret') ? ['Delete', 'Replace'] : ['Delete', 'Get', 'Replace'];
      assert.deepEqual(descriptionAt(uri)?.access, access, name);
    }
  });

  it('lets servers add devices with what they need, and groups with any members', () => {
    const device = descriptionAt('./GwConfig/Devices')?.mayBeAdded?.['*'];
    const rights = Object.entries(device?.mayBeAdded ?? {}).map(([name, leaf]) => [
      name,
      leaf.format,
      leaf.access,
    ]);
    const readable = ['Delete', 'Get', 'Replace'];
    assert.deepEqual(rights, [
      ['DeviceID', 'chr', readable],
      ['NotificationAddress', 'chr', readable],
      ['AuthType', 'chr', readable],
      ['ClientName', 'chr', readable],
      ['ClientSecret', 'chr', ['Delete', 'Replace']],
      ['ServerSecret', 'chr', ['Delete', 'Replace']],
    ]);
    const group = descriptionAt('./GwConfig/Groups')?.mayBeAdded?.['*'];
    assert.deepEqual([device?.format, group?.format], ['node', 'node']);
    assert.deepEqual(group?.mayBeAdded?.['*'], { format: 'chr', access: readable });
    assert.deepEqual(nodesOf(tree()).childrenOf('./GwConfig/Groups/pumps'), ['Member1', 'Member2']);
    assert.equal(nodesOf(tree()).textOf('./GwConfig/Groups/pumps/Member2'), 'urn:other');
  });

  it('holds the results of a Start, which servers read and remove as a whole', () => {
    assert.deepEqual(RESULTS_NODE, { format: 'node', access: ['Delete', 'Get'] });
    assert.deepEqual(resultPair('urn:pump', '<x/>'), {
      format: 'node',
      access: ['Delete', 'Get'],
      nodes: {
        DeviceID: { format: 'chr', value: 'urn:pump', access: ['Get'] },
        DeResult: { format: 'xml', type: 'application/xml', value: '<x/>', access: ['Get'] },
      },
    });
  });

  it('has room for half a million nodes', () => {
    const own = tree();
    const free = 500_000 - own.nodes;
    assert.deepEqual([nodesOf(own).hasRoomFor(free), nodesOf(own).hasRoomFor(free + 1)], [true, false]);
  });
});

describe('nodes as the fan-out needs them', () => {
  it('are leaves with a text or interior ones with children, or not there', () => {
    const nodes = nodesOf(tree());
    assert.equal(nodes.textOf('./GwConfig'), undefined);
    assert.equal(nodes.textOf('./zzz'), undefined);
    assert.equal(nodes.childrenOf('./GwConfig/Groups/pumps/Member1'), undefined);
    assert.equal(nodes.childrenOf('./zzz'), undefined);
  });

  it('are added below what is there, once, and removed', () => {
    const nodes = nodesOf(tree());
    assert.equal(nodes.add('./SCM/Results', 'Results1', RESULTS_NODE), true);
    assert.equal(nodes.add('./SCM/Results', 'Results1', RESULTS_NODE), false);
    assert.equal(nodes.add('./zzz', 'Results1', RESULTS_NODE), false);
    nodes.remove('./SCM/Results/Results1');
    nodes.remove('./SCM/Results/Results1');
    assert.deepEqual(nodes.childrenOf('./SCM/Results'), []);
  });
});
