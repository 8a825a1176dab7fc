import { isRefusal } from '../../protocol/model/refusal';
import type { DmGateway } from '../../reference-impl/dm-gateway/dm-gateway';
import type { DeviceTask, FanOutRun } from '../../reference-impl/dm-gateway/fan-out-run';
import { type GatewayNodes, nodesOf } from '../../reference-impl/dm-gateway/gateway-nodes';
import { nodeAt } from '../../reference-impl/management-tree/build-tree';
import { done, isSuccess } from '../../reference-impl/management-tree/outcome';
import type { Fault } from './fault';
import { gatewayFaults } from './gateway-faults';

const WHOLE = 'The whole workflow, step by step, with <target> under test';
const WHOLE_IN_WBXML = 'The whole workflow in WBXML, with <target> under test';
const EACH_STEP = 'Each step has its consequence, and no other';
const JOINED_LATE = 'A device that joined after TargetGroupRef was set is asked';
const IN_TWO_GROUPS = 'A device in two groups belongs to each of them';

/** Deviations of a gateway in which devices a fan-out is for. @see GFO steps 1 and 2 */
export const GATEWAY_GROUP_FAULTS: readonly Fault[] = gatewayFaults([
  {
    name: 'fan-out-forgets-a-device',
    description: 'Leaves the last device of a group out.',
    catches: [WHOLE, WHOLE_IN_WBXML, EACH_STEP, 'A group that was created can be the target of a fan-out'],
    deviate: ({ fanOut }) => ({
      fanOut: { membersOf: (gateway, group) => fanOut.membersOf(gateway, group).slice(0, -1) },
    }),
  },
  {
    name: 'device-in-one-group-only',
    description: 'Leaves devices out that are in another group as well.',
    catches: [IN_TWO_GROUPS],
    deviate: ({ fanOut }) => ({
      fanOut: {
        membersOf(gateway, group) {
          const root = `${gateway.config.configurationRoot}/Groups`;
          const groups = (gateway.nodes.childrenOf(root) ?? []).map((name) => `${root}/${name}`);
          const others = groups.filter((uri) => uri !== group);
          const taken = new Set(others.flatMap((uri) => fanOut.membersOf(gateway, uri)));
          return fanOut.membersOf(gateway, group).filter((member) => !taken.has(member));
        },
      },
    }),
  },
  {
    name: 'members-stay',
    description: 'Says that a member was deleted from its group, and keeps it.',
    catches: ['A device that left the group is not asked'],
    deviate: ({ tree }) => ({
      tree: {
        delete: (access, request) =>
          /\/Groups\/[^/]+\/./u.test(request.item.target?.uri ?? '') ? done() : tree.delete(access, request),
      },
    }),
  },
  {
    name: 'membership-read-at-set',
    description: 'Asks the devices that were in the group when TargetGroupRef was set.',
    catches: [JOINED_LATE],
    deviate({ tree }) {
      let members: readonly string[] = [];
      return {
        fanOut: { membersOf: () => members },
        tree: {
          replace(access, request) {
            const { target, data } = request.item;
            if (target?.uri.endsWith('/TargetGroupRef') === true)
              members = valuesBelow(nodesOf(access.tree), String(data));
            return tree.replace(access, request);
          },
        },
      };
    },
  },
  {
    name: 'asks-every-known-device',
    description: 'Asks every device, whichever group it is in.',
    catches: ['A device of another group is not asked', 'A device in no group is not asked', IN_TWO_GROUPS],
    deviate: ({ fanOut }) => ({
      fanOut: { membersOf: (gateway) => [...fanOut.knownDevices(gateway).keys()] },
    }),
  },
  {
    name: 'membership-read-while-running',
    description: 'Asks devices that joined the group while the others were asked.',
    catches: ['A device that joins while the fan-out runs is not asked by it'],
    deviate: ({ fanOut }) => ({
      fanOut: {
        async reportRun(gateway, run) {
          await askNewcomers(gateway, run);
          return fanOut.reportRun(gateway, run);
        },
      },
    }),
  },
  {
    name: 'secrets-readable',
    description: 'Lets a server read the secrets of devices.',
    catches: ['<secret> of a device cannot be read'],
    deviate: ({ tree }) => ({
      tree: {
        checkAccessType: (node, command) =>
          node.name.endsWith('Secret') ? undefined : tree.checkAccessType(node, command),
      },
    }),
  },
  {
    name: 'deleting-a-group-deletes-devices',
    description: 'Deletes the devices of a group with it.',
    catches: ['A group that was deleted is no target any more, and its devices stay'],
    deviate: ({ tree }) => ({
      tree: {
        delete(access, request) {
          const outcome = tree.delete(access, request);
          const devices = nodeAt(access.tree, './GwConfig/Devices')?.children.values() ?? [];
          const isOfGroup = request.item.target?.uri.includes('/Groups/') === true;
          if (isOfGroup && isSuccess(outcome.code))
            for (const device of [...devices]) access.tree.remove(device);
          return outcome;
        },
      },
    }),
  },
]);

function valuesBelow(nodes: GatewayNodes, uri: string): readonly string[] {
  return (nodes.childrenOf(uri) ?? []).flatMap((name) => nodes.textOf(`${uri}/${name}`) ?? []);
}

async function askNewcomers(gateway: DmGateway, run: FanOutRun): Promise<void> {
  const { procedures, tasks } = gateway;
  const members = procedures.membersOfTargetGroup(gateway);
  const asked = run.tasks.map(({ deviceID }) => deviceID);
  const newcomers = isRefusal(members) ? [] : members.filter((deviceID) => !asked.includes(deviceID));
  for (const [index, deviceID] of newcomers.entries()) {
    const device = procedures.knownDevices(gateway).get(deviceID);
    const task: DeviceTask = {
      run,
      position: asked.length + 1 + index,
      deviceID,
      ...(device !== undefined && { device }),
      sessionID: procedures.newSessionID(gateway),
      state: 'waiting',
      answers: run.commands.map(() => undefined),
      authenticationFailed: false,
      whenSettled: () => {},
    };
    tasks.set(deviceID, [task]);
    await procedures.askDevice(gateway, task);
  }
}
