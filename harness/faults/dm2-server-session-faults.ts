import type { DM2Command } from '../../protocol/model/dm2-command';
import { refuse } from '../../protocol/model/refusal';
import { refused } from '../../reference-impl/dm2-server/device-message';
import { nobodyWaits } from '../../reference-impl/dm2-server/find-round';
import { openSessionOf } from '../../reference-impl/dm2-server/session';
import { forPackages } from './dm2-endpoint-messages';
import { type DM2ServerDeviation, dm2ServerFaults } from './dm2-server-faults';
import type { Fault } from './fault';

const UNAVAILABLE = refuse(503, 'no session now');

/** Rounds after which it gives up to have the same commands succeed. */
const PATIENCE = 5;

/** Never sends commands with one of these verbs. */
function leavingOut(...verbs: readonly string[]): Pick<DM2ServerDeviation, 'server'> {
  return {
    server: (own) => ({
      addCommands: (device, commands) =>
        own.addCommands(
          device,
          commands.filter(({ verb }) => !verbs.includes(verb)),
        ),
    }),
  };
}

function withoutQuery(command: DM2Command): DM2Command {
  if (!('serverURI' in command) || command.serverURI === undefined) return command;
  const [serverURI = ''] = command.serverURI.split('?');
  return { ...command, serverURI };
}

/** Deviations of a server that goes through a session. @see dm2.md 3.3, 3.4, 4.1, B.1 steps 4 to 9 */
export const DM2_SERVER_SESSION_FAULTS: readonly Fault[] = [
  ...dm2ServerFaults([
    {
      name: 'session-resource-not-updated',
      description: 'Drops the results of commands.',
      catches: [
        'The resource of a client initiated session is created and updated',
        'The resource of a server initiated session is created and updated',
        'A finished session shows what came of each command',
      ],
      server: () => ({ takeResults: () => {} }),
    },
    {
      name: 'failed-result-keeps-session-open',
      description: 'Sends commands again as long as one of them fails, and gives up after five rounds.',
      catches: [
        'The flow of B.1 goes on behind a command that fails, with <target> under test',
        'A failed command among others is a result like them',
      ],
      server: (own) => ({
        nextPackage(server, session) {
          const { waiting, rounds } = session;
          if (waiting.every(({ result }) => (result?.status ?? 200) < 400))
            return own.nextPackage(server, session);
          if (rounds >= PATIENCE) return refused(UNAVAILABLE);
          return own.sendCommands(
            server,
            session,
            waiting.map(({ command }) => command),
          );
        },
      }),
    },
    {
      name: 'no-commands-no-answer',
      description: 'Refuses a session where nothing waits.',
      catches: [
        'Where no command waits the flow of B.1 comes to its end at once, with <target> under test',
        'Where nothing waits there is END',
      ],
      server: (own) => ({
        openSession: (server, device, initiation) =>
          device.awaiting.length === 0 ? refused(UNAVAILABLE) : own.openSession(server, device, initiation),
      }),
    },
    {
      name: 'one-server-session-for-life',
      description: 'Opens no session for a device that had one.',
      catches: ['The flow of B.1 can be gone through twice, with <target> under test'],
      server: (own) => ({
        openSession: (server, device, initiation) =>
          device.sessions.length > 0 ? refused(UNAVAILABLE) : own.openSession(server, device, initiation),
      }),
    },
    {
      name: 'queries-cut-off',
      description: 'Sends addresses of repositories without their queries.',
      catches: ['Commands are sent as they were given, in their order'],
      server: (own) => ({
        sendCommands: (server, session, commands) =>
          own.sendCommands(server, session, commands.map(withoutQuery)),
      }),
    },
    {
      name: 'commands-backwards',
      description: 'Sends the newest command first.',
      catches: [
        'A client initiated session, step by step, with <target> under test',
        'Commands are sent as they were given, in their order',
        'Each of the verbs is sent',
        'Commands without a result are sent again, before newer ones',
      ],
      server: (own) => ({ nextCommands: (server, device) => own.nextCommands(server, device).toReversed() }),
    },
    {
      name: 'verbs-left-out',
      description: 'Sends no EXEC, SHOW or DEFAULT.',
      catches: ['Each of the verbs is sent'],
      ...leavingOut('EXEC', 'SHOW', 'DEFAULT'),
    },
    {
      name: 'subscriptions-left-out',
      description: 'Sends no SUB or UNSUB.',
      catches: ['SUB and UNSUB are sent'],
      ...leavingOut('SUB', 'UNSUB'),
    },
    {
      name: 'no-link',
      description: 'Does not say where results go.',
      catches: ['Package 2 says where its results go'],
      server: () => ({ placeOfResults: () => undefined }),
    },
    {
      name: 'session-never-finished',
      description: 'Answers 503 where END is due.',
      catches: [
        'A client initiated session, step by step, with <target> under test',
        'Where nothing waits there is END',
        'The session ends with one END',
        'Basic credentials are taken',
        'Digest credentials are taken',
      ],
      server: () => ({ finishSession: () => refused(UNAVAILABLE) }),
    },
    {
      name: 'end-twice',
      description: 'Sends END twice.',
      catches: ['The session ends with one END', 'Where nothing waits there is END'],
      server: (own) => ({
        finishSession(server, session) {
          own.finishSession(server, session);
          return { kind: 'commands', commands: [{ verb: 'END' }, { verb: 'END' }] };
        },
      }),
    },
    {
      name: 'reported-commands-sent-again',
      description: 'Asks for results again that were reported in the session before.',
      catches: ['What was reported is not asked for again'],
      server: (own) => ({
        finishSession(server, session) {
          const reply = own.finishSession(server, session);
          session.device.awaiting.push(...session.commands.map(({ command }) => command));
          return reply;
        },
      }),
    },
    {
      name: 'results-settle-everything',
      description: 'Takes everything that waits for the device for done when results come.',
      catches: [
        'Results count for the commands of their session only',
        'What comes while a session is open is not forgotten',
      ],
      server: (own) => ({
        takeResults(session, response) {
          own.takeResults(session, response);
          session.device.awaiting.length = 0;
        },
      }),
    },
    {
      name: 'forgets-what-comes-in-session',
      description: 'Drops commands that come while a session is open.',
      catches: [
        'What comes while a session is open is not forgotten',
        'Results count for the commands of their session only',
      ],
      server: (own) => ({
        addCommands(device, commands) {
          if (openSessionOf(device) === undefined) own.addCommands(device, commands);
        },
      }),
    },
    {
      name: 'link-is-needed',
      description: 'Takes results only where its Link leads.',
      catches: ['A client that follows no Link is served as well'],
      server: (own) => ({
        findRound: (server, device, place) =>
          place === undefined ? nobodyWaits('results come elsewhere') : own.findRound(server, device, place),
      }),
    },
    {
      name: 'failed-results-refused',
      description: 'Refuses results of which one is a 5xx.',
      catches: ['A failed command among others is a result like them'],
      server: (own) => ({
        refuseResults: (session, response) =>
          response.results.some(({ status }) => status >= 500)
            ? refuse(400, 'a command failed')
            : own.refuseResults(session, response),
      }),
    },
    {
      name: 'alerts-in-results-refused',
      description: 'Refuses results with an alert beside them.',
      catches: ['An alert beside the results is taken'],
      server: (own) => ({
        refuseResults: (session, response) =>
          response.alerts.length > 0 ? refuse(400, 'an alert') : own.refuseResults(session, response),
      }),
    },
  ]),
  {
    name: 'request-of-another-type',
    description: 'Sends package 2 as application/json.',
    catches: ['Package 2 says what it is'],
    wrapEndpoint: forPackages((endpoint) => async (message) => {
      const answer = await endpoint(message);
      const headers = new Headers(answer.headers);
      headers.set('Content-Type', 'application/json');
      return new Response(answer.body, { status: answer.status, headers });
    }),
  },
];
