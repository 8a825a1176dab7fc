import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { DeviceTask } from '../../reference-impl/dm-gateway/fan-out-run';
import { statusFor } from '../../reference-impl/syncml/server-statuses';
import type { Fault } from './fault';
import { gatewayFaults } from './gateway-faults';

const ONE_SESSION_EACH = 'Each device gets the commands in a session of its own';
const EACH_STEP = 'Each step has its consequence, and no other';

/** Deviations of a gateway in its sessions with devices. @see GFO steps 4 and 5 */
export const GATEWAY_SESSION_FAULTS: readonly Fault[] = gatewayFaults([
  {
    name: 'commands-again-after-a-package',
    description: 'Hands the commands out a second time in the same session.',
    catches: [ONE_SESSION_EACH],
    deviate({ asServer }) {
      const asked = new Map<object, readonly SyncMLCommand[]>();
      return {
        asServer: {
          async openPackage(session) {
            const before = session.asked.map(({ command }) => command);
            const isMore = await asServer.openPackage(session);
            if (isMore || before.length === 0 || asked.has(session)) return isMore;
            asked.set(session, before);
            session.queue = [...session.queue, ...before.map((command) => ({ command }))];
            return true;
          },
        },
      };
    },
  },
  {
    name: 'groups-of-commands-unpacked',
    description: 'Sends the commands of an Atomic or Sequence one by one.',
    catches: ['<group> reaches the devices as such'],
    deviate: ({ fanOut }) => ({
      fanOut: {
        commandsFor: (gateway, task) =>
          fanOut
            .commandsFor(gateway, task)
            .flatMap((command) => ('commands' in command ? command.commands : [command])),
      },
    }),
  },
  {
    name: 'commands-again-at-connect',
    description: 'Hands out again what a device has answered.',
    catches: ['A device that connects again after its answer gets nothing more'],
    deviate({ fanOut }) {
      const latest = new Map<string, DeviceTask>();
      return {
        fanOut: {
          taskOf(gateway, device) {
            const task = fanOut.taskOf(gateway, device) ?? latest.get(device.deviceID);
            if (task !== undefined) latest.set(device.deviceID, task);
            return task;
          },
        },
      };
    },
  },
  {
    name: 'devices-not-woken',
    description: 'Sends devices no package 0.',
    catches: [
      'The gateway wakes each device',
      'The whole workflow, step by step, with <target> under test',
      'Package 0 of <manager> has its fields',
    ],
    deviate: () => ({ fanOut: { wakeDevice: async () => true } }),
  },
  {
    name: 'only-woken-devices-served',
    description: 'Has nothing to do for a device that no package 0 asked for.',
    catches: ['A device that cannot be woken and connects by itself gets the commands'],
    deviate: ({ fanOut }) => ({
      fanOut: {
        taskOf(gateway, device) {
          const task = fanOut.taskOf(gateway, device);
          return task?.sessionID === Number.parseInt(device.sessionID, 16) ? task : undefined;
        },
      },
    }),
  },
  {
    name: 'devices-one-after-another',
    description: 'Asks a device when it is done with the one before.',
    catches: ['A device that never connects does not keep the others from being asked'],
    deviate({ fanOut }) {
      let before = Promise.resolve();
      return {
        fanOut: {
          askDevice(gateway, task) {
            before = before.then(() => fanOut.askDevice(gateway, task));
            return before;
          },
        },
      };
    },
  },
  {
    name: 'asks-first-ten-devices',
    description: 'Asks no more than ten devices.',
    catches: ['Twelve devices are served'],
    deviate: ({ fanOut }) => ({
      fanOut: {
        askDevice: (gateway, task) =>
          task.position > 10 ? new Promise(() => {}) : fanOut.askDevice(gateway, task),
      },
    }),
  },
  {
    name: 'commands-numbered-apart',
    description: 'Numbers the commands of a message from 1, and its statuses from 1 as well.',
    catches: ['Identifiers of commands are unique, whatever stands in ToBeFannedOut'],
    deviate: ({ asServer }) => ({
      asServer: {
        sendFromQueue(session, mayClose) {
          const { message, ...rest } = asServer.sendFromQueue(session, mayClose);
          const statuses = message.commands.filter(({ kind }) => kind === 'Status').length;
          const commands = message.commands.map((command) =>
            command.kind === 'Status'
              ? command
              : { ...command, commandID: String(Number(command.commandID) - statuses) },
          );
          return { ...rest, message: { ...message, commands } };
        },
      },
    }),
  },
  {
    name: 'first-message-of-answer-only',
    description: 'Keeps what the first message of an answer says.',
    catches: ['An answer in three messages is gathered whole'],
    deviate({ fanOut }) {
      const answered = new WeakSet<DeviceTask>();
      return {
        fanOut: {
          keepAnswers(task, answers) {
            if (answered.has(task)) return;
            fanOut.keepAnswers(task, answers);
            if (task.answers.some((answer) => answer !== undefined)) answered.add(task);
          },
        },
      };
    },
  },
  {
    name: 'commands-without-authentication',
    description: 'Takes every device for the one that it says it is.',
    catches: [
      'A device that cannot prove who it is gets no commands',
      'A device that <conduct> has a pair that says so',
      'A client that <conduct> is challenged, with <manager> under test',
    ],
    deviate: () => ({ asServer: { verdictOn: () => 'accepted' } }),
  },
  {
    name: 'sessions-found-by-identifier',
    description: 'Continues the first session that had the identifier, whoever talks.',
    catches: ['Two devices with the same session identifier have sessions of their own'],
    deviate({ asServer }) {
      const addresses = new Map<string, string>();
      return {
        asServer: {
          responseURIOf(session) {
            const first = addresses.get(session.sessionID) ?? asServer.responseURIOf(session);
            addresses.set(session.sessionID, first);
            return first;
          },
        },
      };
    },
  },
  {
    name: 'status-for-results',
    description: 'Answers Results with a Status.',
    catches: ['Statuses only where they are due, with <manager> under test'],
    deviate: ({ asServer }) => ({
      asServer: {
        async takeCommands(session, message) {
          const statuses = await asServer.takeCommands(session, message);
          const results = message.commands.filter(({ kind }) => kind === 'Results');
          return [...statuses, ...results.map((one) => statusFor(message, one, statusCode('OK')))];
        },
      },
    }),
  },
  {
    name: 'alerts-at-every-answer',
    description: 'Tells the server of the results each time that a device has answered.',
    catches: ['The server is alerted once, when the last device has answered', EACH_STEP],
    deviate: ({ fanOut }) => ({
      fanOut: {
        settleTask(gateway, task) {
          const isNew = task.state !== 'settled';
          fanOut.settleTask(gateway, task);
          if (isNew) void gateway.procedures.reportRun(gateway, task.run);
        },
      },
    }),
  },
]);
