import { isRefusal } from '../../protocol/model/refusal';
import type { Fault } from './fault';
import { gatewayFaults, nodeOf, withNode } from './gateway-faults';

const UNKNOWN_GROUP = 'A group that is not there';
const AFTER_A_REFUSAL = 'After a refused Start a good one is accepted';

/** Deviations of a gateway at a Start that cannot be. @see GFO steps 2 and 3 */
export const GATEWAY_REFUSAL_FAULTS: readonly Fault[] = gatewayFaults([
  {
    name: 'unknown-group-is-empty',
    description: 'Takes a group that is not there for one without devices.',
    catches: [UNKNOWN_GROUP],
    deviate: ({ fanOut }) => ({
      fanOut: {
        groupReferredTo(gateway) {
          const reference = nodeOf(gateway, 'TargetGroupRef');
          const isOfGroups = reference.startsWith(`${gateway.config.configurationRoot}/Groups/`);
          return isOfGroups ? reference : fanOut.groupReferredTo(gateway);
        },
      },
    }),
  },
  {
    name: 'any-text-is-a-group',
    description: 'Takes any reference for that of a group without devices.',
    catches: ['A TargetGroupRef of <what>', UNKNOWN_GROUP],
    deviate: () => ({ fanOut: { groupReferredTo: (gateway) => nodeOf(gateway, 'TargetGroupRef') } }),
  },
  {
    name: 'nothing-is-accepted',
    description: 'Fans out nothing where ToBeFannedOut is empty.',
    catches: ['Nothing to be fanned out'],
    deviate: ({ fanOut }) => ({
      fanOut: {
        commandsToFanOut: (gateway) =>
          nodeOf(gateway, 'ToBeFannedOut').trim() === '' ? [] : fanOut.commandsToFanOut(gateway),
      },
    }),
  },
  {
    name: 'unreadable-commands-dropped',
    description: 'Fans out those commands that it can read.',
    catches: ['Commands that do not parse: <what>'],
    deviate: ({ fanOut }) => ({
      fanOut: {
        commandsToFanOut(gateway) {
          const all = fanOut.commandsToFanOut(gateway);
          if (!isRefusal(all)) return all;
          const elements = nodeOf(gateway, 'ToBeFannedOut').match(/<(\w+)>.*?<\/\1>/gsu) ?? [];
          return elements.flatMap((element) => {
            const one = fanOut.commandsToFanOut(withNode(gateway, 'ToBeFannedOut', element));
            return isRefusal(one) ? [] : one;
          });
        },
      },
    }),
  },
  {
    name: 'anything-is-fanned-out',
    description: 'Sends devices whatever it can read.',
    catches: ['<what> is nothing that a server may send to a device'],
    deviate: () => ({ fanOut: { mayBeFannedOut: () => true } }),
  },
  {
    name: 'entities-expanded',
    description: 'Puts something in the place of entities, and forgets the DOCTYPE.',
    catches: ['Entities in the commands are neither expanded nor fetched'],
    deviate: ({ fanOut }) => ({
      fanOut: {
        commandsToFanOut(gateway) {
          const text = nodeOf(gateway, 'ToBeFannedOut');
          const expanded = text.replace(/<!DOCTYPE[^[>]*(\[.*?\])?>/su, '').replace(/&[a-z];/gu, 'aaaa');
          return fanOut.commandsToFanOut(withNode(gateway, 'ToBeFannedOut', expanded));
        },
      },
    }),
  },
  {
    name: 'empty-group-never-ends',
    description: 'Accepts Start for a group without devices, and never ends it.',
    catches: ['A group without devices is refused, or ends at once'],
    deviate: ({ fanOut }) => ({
      fanOut: {
        carryOutRun: async (gateway, run) =>
          run.tasks.length === 0 ? undefined : fanOut.carryOutRun(gateway, run),
      },
    }),
  },
  {
    name: 'refused-start-blocks',
    description: 'Refuses every Start after one that it refused.',
    catches: [AFTER_A_REFUSAL],
    deviate({ fanOut }) {
      let refusal: number | undefined;
      return {
        fanOut: {
          startFanOut(gateway, order) {
            if (refusal !== undefined) return refusal;
            const code = fanOut.startFanOut(gateway, order);
            if (code !== fanOut.statusOfAcceptance()) refusal = code;
            return code;
          },
        },
      };
    },
  },
]);
