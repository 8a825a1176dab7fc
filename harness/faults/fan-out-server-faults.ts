import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { Conversation, FanOutServerProcedures } from '../../reference-impl/dm-server/procedures';
import type { Fault } from './fault';

/** Another way to have gateways fan out. */
export interface FanOutServerDeviation extends Pick<Fault, 'name' | 'description' | 'catches'> {
  /** Entries that stand in place of those of the server. */
  fanOut(own: FanOutServerProcedures): Partial<FanOutServerProcedures>;
}

export function serverFault({ fanOut, ...fault }: FanOutServerDeviation): Fault {
  return {
    ...fault,
    applyToManagementServer: (procedures) => ({
      ...procedures,
      fanOut: { ...procedures.fanOut, ...fanOut(procedures.fanOut) },
    }),
  };
}

/** The settings with another value of one node. */
function settingOtherwise(
  own: FanOutServerProcedures,
  node: string,
  change: (data: string) => string,
): Partial<FanOutServerProcedures> {
  const changed = (command: SyncMLCommand): SyncMLCommand => {
    if (command.kind !== 'Replace' || !command.items.some(({ target }) => target?.uri.endsWith(node)))
      return command;
    const items = command.items.map((item) => ({ ...item, data: change(String(item.data)) }));
    return { ...command, items };
  };
  return { settingOf: (server, job) => own.settingOf(server, job).map(changed) };
}

/** There is always a report to look at, as long as a fan-out is in this state. */
function lookingForEver(
  own: FanOutServerProcedures,
  state: 'started' | 'refused',
): Partial<FanOutServerProcedures> {
  return {
    nextReport: (gateway) =>
      gateway.jobs.some((job) => job.state === state)
        ? { address: './SCM/Results', state: 'waiting', attempts: 0 }
        : own.nextReport(gateway),
    jobOf: () => undefined,
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const DEVIATIONS: readonly FanOutServerDeviation[] = [
  {
    name: 'server-starts-before-setting',
    description: 'Executes Start, then sets both nodes.',
    catches: [
      'The whole workflow, step by step, with <target> under test',
      'Both nodes are set before Start, and Start is executed once',
      'Values that are there already are replaced',
    ],
    fanOut: (own) => ({
      *orderFanOut(server, job): Conversation {
        yield [own.startOf(server, job)];
        yield own.settingOf(server, job);
        job.state = 'started';
      },
    }),
  },
  {
    name: 'server-starts-twice',
    description: 'Executes Start twice.',
    catches: ['Both nodes are set before Start, and Start is executed once'],
    fanOut: (own) => ({
      *orderFanOut(server, job): Conversation {
        yield* own.orderFanOut(server, job);
        yield [own.startOf(server, job)];
      },
    }),
  },
  {
    name: 'server-keeps-first-group',
    description: 'Sets TargetGroupRef to the group of its first fan-out for ever.',
    catches: [
      'The server can go through the workflow again with another group',
      'Two fan-outs in a row do not mix',
    ],
    fanOut(own) {
      let first: string | undefined;
      return {
        settingOf(server, job) {
          first ??= job.group;
          return own.settingOf(server, { ...job, group: first });
        },
      };
    },
  },
  {
    name: 'server-sets-no-commands',
    description: 'Sets TargetGroupRef only.',
    catches: [
      'ToBeFannedOut holds one command',
      'Both nodes are set before Start, and Start is executed once',
    ],
    fanOut: (own) => ({
      settingOf: (server, job) => own.settingOf(server, job).slice(1),
    }),
  },
  {
    name: 'server-sets-first-command',
    description: 'Sets ToBeFannedOut to the first of several commands.',
    catches: ['ToBeFannedOut holds several commands in their order'],
    fanOut: (own) =>
      settingOtherwise(own, '/ToBeFannedOut', (xml) => /^\s*<(\w+)[\s\S]*?<\/\1>/u.exec(xml)?.[0] ?? xml),
  },
  {
    name: 'server-escapes-twice',
    description: 'Escapes the commands once more than XML demands.',
    catches: ['ToBeFannedOut holds several commands in their order', 'ToBeFannedOut holds one command'],
    fanOut: (own) => settingOtherwise(own, '/ToBeFannedOut', escaped),
  },
  {
    name: 'server-names-no-group',
    description: 'Sets TargetGroupRef to the name of the group without its path.',
    catches: ['TargetGroupRef names the group that was meant'],
    fanOut: (own) => settingOtherwise(own, '/TargetGroupRef', (uri) => uri.replace(/^.*\//u, '')),
  },
  {
    name: 'server-adds-only',
    description: 'Adds both nodes, and takes "exists already" for done.',
    catches: ['Values that are there already are replaced'],
    fanOut: (own) => ({
      settingOf: (server, job) => own.settingOf(server, job).map(own.additionOf),
      isSet: () => true,
    }),
  },
  {
    name: 'server-starts-without-nodes',
    description: 'Executes Start whatever setting the nodes was answered.',
    catches: [
      'Where the nodes are not there the server adds them, or starts nothing',
      'Where a node cannot be set Start is not executed',
    ],
    fanOut: () => ({ isAbsent: () => false, isSet: () => true }),
  },
  {
    name: 'server-without-correlator',
    description: 'Executes Start without Correlator.',
    catches: ['Start has a Correlator'],
    fanOut: (own) => ({
      startOf(server, job) {
        const { correlator: _, ...start } = { correlator: '', ...own.startOf(server, job) };
        return start;
      },
    }),
  },
  {
    name: 'server-takes-202-only',
    description: 'Takes any other success of Start for a refusal, and never looks at the results.',
    catches: ['The server takes <status> for an accepted Start'],
    fanOut: (own) => ({
      isStarted: ({ statuses }) =>
        statuses.some(({ code }) => code === statusCode('ACCEPTED_FOR_PROCESSING')),
      *askForResults(server, gateway, report): Conversation {
        if (gateway.jobs.some(({ state }) => state === 'started'))
          yield* own.askForResults(server, gateway, report);
      },
    }),
  },
  {
    name: 'server-asks-after-refusal',
    description: 'Looks for results again and again though Start was refused, and ends no session any more.',
    catches: ['Where Start is refused with <status> the server gets no results and goes on'],
    fanOut: (own) => lookingForEver(own, 'refused'),
  },
  {
    name: 'server-mixes-jobs',
    description: 'Sets the nodes for a fan-out with the commands of the one before.',
    catches: ['Two fan-outs in a row do not mix'],
    fanOut(own) {
      let before: string | undefined;
      return {
        settingOf(server, job) {
          const commands = before ?? job.commands;
          before = job.commands;
          return own.settingOf(server, { ...job, commands });
        },
      };
    },
  },
  {
    name: 'server-waits-for-ever',
    description: 'Looks for results again and again until an alert comes, and ends no session before.',
    catches: ['Where no alert comes the server goes on'],
    fanOut: (own) => lookingForEver(own, 'started'),
  },
  {
    name: 'new-id-at-each-repetition',
    description: 'Repeats package 0 with another session identifier.',
    catches: ['A gateway that could not be reached is woken again for the same session'],
    fanOut: (own) => ({
      wakeGateway(server, gateway) {
        const deliver: typeof server.ports.deliver = (to, notification, secret) =>
          server.ports.deliver(
            to,
            { ...notification, sessionID: 1 + server.ports.random.below(0xffff) },
            secret,
          );
        own.wakeGateway({ ...server, ports: { ...server.ports, deliver } }, gateway);
      },
    }),
  },
];

/** Deviations of a server that tells a gateway what to fan out, and to whom. @see GFO steps 2 and 3 */
export const FAN_OUT_SERVER_FAULTS: readonly Fault[] = DEVIATIONS.map(serverFault);
