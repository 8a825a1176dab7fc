import type { ManagementAlert } from '../../protocol/model/dm2-alert';
import type { ClientPackage } from '../../reference-impl/dm2-client/dm2-client-ports';
import { dm2ClientFaults } from './dm2-client-faults';
import { isPackage, isResponse } from './dm2-client-messages';
import type { Fault } from './fault';

const REPEATED = 'A package <number> without an answer is sent again';
const NEW_SESSION = 'After a server that <manner> a new session is possible';
const RELATIVE_LINK = 'Package 3 goes where a relative Link says';
const AFTER_END = 'After END as the only command nothing more is sent';
const BEFORE_END = 'Commands before END are performed and not reported';

/** Deviations of a DM 2.0 client in how it goes through a session, and how it leaves one. @see dm2.md 3.3, 4 */
export const DM2_CLIENT_SESSION_FAULTS: readonly Fault[] = [
  ...dm2ClientFaults([
    {
      name: 'one-round-only',
      description: 'Takes no commands after its first results.',
      catches: ['A client takes a second round'],
      client: () => ({ mayGoOn: ({ rounds }) => rounds === 0 }),
    },
    {
      name: 'follows-no-link',
      description: 'Sends package 3 where package 1 went, wherever a Link leads.',
      catches: ['Package 3 goes where an absolute Link says', RELATIVE_LINK],
      client: (own) => ({
        moveOn(session, { reply, continuation }) {
          const { next: _, ...others } = reply;
          own.moveOn(session, { reply: others, continuation });
        },
      }),
    },
    {
      name: 'gives-up-without-link',
      description: 'Sends no package 3 where no Link says where it goes.',
      catches: ['Without Link package 3 goes where package 1 went'],
      client: (own) => ({
        exchange: async (session, message) =>
          message.kind === 'response' && session.to === session.home
            ? { kind: 'unsendable', reason: 'there was no link' }
            : own.exchange(session, message),
      }),
    },
    {
      name: 'second-session-at-once',
      description: 'Opens a session beside the one that is open.',
      catches: ['A notification in the middle of a session is obeyed afterwards'],
      client: () => ({ mayOpenNow: () => true }),
    },
    {
      name: 'notification-in-session-forgotten',
      description: 'Forgets what is to begin a session while one is open.',
      catches: ['A notification in the middle of a session is obeyed afterwards'],
      client: () => ({ remember: () => true }),
    },
    {
      name: 'repeats-nothing',
      description: 'Gives the session up at the first message without an answer.',
      catches: [REPEATED],
      client: () => ({ isWorthRepeating: () => false }),
    },
    {
      name: 'repeats-composed-anew',
      description: 'Has one alert more in a message each time that it repeats it.',
      catches: [REPEATED],
      client(own) {
        const sent = new WeakSet<ClientPackage>();
        return {
          sendWithCredentials(session, message) {
            const isRepeated = sent.has(message);
            sent.add(message);
            return own.sendWithCredentials(session, isRepeated ? withAlert(message) : message);
          },
        };
      },
    },
    {
      name: 'message-repeated-for-ever',
      description: 'Repeats a message for ever, and opens no other session meanwhile.',
      catches: [NEW_SESSION],
      client: () => ({ isWorthRepeating: (_session, reply) => reply.kind === 'silent' }),
    },
    {
      name: 'silence-locks-client',
      description: 'Opens no session any more once a message got no answer.',
      catches: [NEW_SESSION],
      client(own) {
        let isLocked = false;
        return {
          async exchange(session, message) {
            const reply = await own.exchange(session, message);
            isLocked ||= reply.kind === 'silent';
            return reply;
          },
          mayOpenNow: (server) => own.mayOpenNow(server) && !isLocked,
        };
      },
    },
    {
      name: 'goes-on-after-refusal',
      description: 'Sends a message that was refused once more.',
      catches: ['An answer <code> to package <number> ends the session'],
      client: (own) => ({
        async exchange(session, message) {
          const reply = await own.exchange(session, message);
          return reply.kind === 'refused' ? own.exchange(session, message) : reply;
        },
      }),
    },
    {
      name: 'refusal-locks-client',
      description: 'Opens no session any more once a message was refused.',
      catches: ['An answer <code> to package <number> ends the session'],
      client(own) {
        let isLocked = false;
        return {
          async exchange(session, message) {
            const reply = await own.exchange(session, message);
            isLocked ||= reply.kind === 'refused';
            return reply;
          },
          mayOpenNow: (server) => own.mayOpenNow(server) && !isLocked,
        };
      },
    },
    {
      name: 'answers-end',
      description: 'Performs and reports END like any other command.',
      catches: ['After END nothing more is sent', AFTER_END, BEFORE_END],
      client: () => ({ isEnd: () => false, commandsToPerform: ({ commands }) => commands }),
    },
    {
      name: 'answers-end-alone',
      description: 'Answers its first END that comes alone by a package 3 without results.',
      catches: [
        'Where no command waits the flow of B.1 comes to its end at once, with <target> under test',
        AFTER_END,
      ],
      client(own) {
        let isAnswered = false;
        return {
          isEnd(request) {
            const isSpared = isAnswered || request.commands.length > 1;
            isAnswered = true;
            return isSpared && own.isEnd(request);
          },
        };
      },
    },
    {
      name: 'end-locks-client',
      description: 'Opens no session any more after an END that came alone.',
      catches: [AFTER_END],
      client(own) {
        let isLocked = false;
        return {
          isEnd(request) {
            isLocked ||= own.isEnd(request) && request.commands.length === 1;
            return own.isEnd(request);
          },
          mayOpenNow: (server) => own.mayOpenNow(server) && !isLocked,
        };
      },
    },
    {
      name: 'skips-commands-before-end',
      description: 'Performs nothing of a package with END.',
      catches: [BEFORE_END],
      client: (own) => ({
        commandsToPerform: (request) => (own.isEnd(request) ? [] : own.commandsToPerform(request)),
      }),
    },
    {
      name: 'performs-behind-end',
      description: 'Performs what stands behind END.',
      catches: ['Commands behind END are not performed'],
      client: () => ({ commandsToPerform: ({ commands }) => commands }),
    },
  ]),
  {
    name: 'relative-link-unresolved',
    description: 'Passes over a Link that is no whole address.',
    catches: [RELATIVE_LINK],
    wrapTransmit: (transmit) => async (message) => {
      const answer = await transmit(message);
      const { status } = answer;
      const link = answer.headers.get('Link') ?? '';
      if (!isPackage(message) || link === '' || link.includes('://')) return answer;
      const headers = new Headers(answer.headers);
      headers.delete('Link');
      return new Response(answer.body, { status, headers });
    },
  },
  {
    name: 'link-to-any-origin',
    description: 'Follows a Link to whoever it leads to.',
    catches: ['A Link to another origin is not followed'],
    wrapTransmit(transmit) {
      let link: string | undefined;
      return async (message) => {
        const answer = await transmit(
          link !== undefined && isResponse(message) ? new Request(link, message) : message,
        );
        link = /<(https?:[^>]*)>/u.exec(answer.headers.get('Link') ?? '')?.[1] ?? link;
        return answer;
      };
    },
  },
  {
    name: 'follows-redirects',
    description: 'Sends a package that is redirected where the redirect leads.',
    catches: ['A redirect of package <number> is not followed'],
    wrapTransmit: (transmit) => async (message) => {
      const again = message.clone();
      const answer = await transmit(message);
      const location = answer.headers.get('Location');
      return isPackage(message) && location !== null ? transmit(new Request(location, again)) : answer;
    },
  },
];

const AGAIN: ManagementAlert = { alertType: 'urn:flowproof:at:again:1.0' };

function withAlert(message: ClientPackage): ClientPackage {
  if (message.kind === 'response')
    return { ...message, response: { ...message.response, alerts: [...message.response.alerts, AGAIN] } };
  const { initiation } = message;
  return { ...message, initiation: { ...initiation, alerts: [...initiation.alerts, AGAIN] } };
}
