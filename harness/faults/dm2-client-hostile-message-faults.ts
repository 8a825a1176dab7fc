import { decodeRequestPackage } from '../../protocol/codec/dm2/request-package';
import { REQUEST_MEDIA_TYPE } from '../../protocol/tables/dm2/identifiers';
import type { Session } from '../../reference-impl/dm2-client/dm2-client';
import { dm2ClientFaults } from './dm2-client-faults';
import { readingOtherwise } from './dm2-client-messages';
import type { Fault } from './fault';
import { parsed } from './rewritten-message';

const OVER = 'After a package 2 <flaw> the session is over';
const NOT_PERFORMED = 'Nothing is performed of a package 2 <flaw>';
const NOT_WAITED_FOR = 'A package 2 <flaw> is not waited for forever';
const OTHER_TYPE = 'A package 2 of the media type "<type>" is not performed';

/** Deviations of a DM 2.0 client whose server sends what it should not. @see dm2.md 3.3 */
export const DM2_CLIENT_HOSTILE_MESSAGE_FAULTS: readonly Fault[] = [
  ...dm2ClientFaults([
    {
      name: 'unreadable-package-reported',
      description: 'Answers a package that it cannot read by one without results.',
      catches: [OVER, OTHER_TYPE],
      client(own) {
        const answered = new WeakSet<Session>();
        return {
          async exchange(session, message) {
            const reply = await own.exchange(session, message);
            if (reply.kind !== 'unreadable' || answered.has(session)) return reply;
            answered.add(session);
            return { kind: 'commands', request: { commands: [] } };
          },
        };
      },
    },
    {
      name: 'unreadable-package-stops-client',
      description: 'Opens no session any more after a package that it cannot read.',
      catches: [OVER, NOT_PERFORMED, OTHER_TYPE],
      client(own) {
        let isStopped = false;
        return {
          async exchange(session, message) {
            const reply = await own.exchange(session, message);
            isStopped ||= reply.kind === 'unreadable';
            return reply;
          },
          mayOpenNow: (server) => own.mayOpenNow(server) && !isStopped,
        };
      },
    },
    {
      name: 'waits-for-ever',
      description: 'Waits for the end of an answer that has none, and takes no answer for too long.',
      catches: [NOT_WAITED_FOR],
      client: (own) => ({
        async sendWithCredentials(session, message) {
          const reply = await own.sendWithCredentials(session, message);
          const isWhole = reply.kind !== 'silent' && reply.kind !== 'unreadable';
          return isWhole ? reply : new Promise(() => undefined);
        },
      }),
    },
  ]),
  {
    name: 'readable-part-performed',
    description: 'Performs what can be read of a package that cannot.',
    catches: [NOT_PERFORMED],
    wrapTransmit: readingOtherwise(async (answer) => {
      const { status, headers } = answer;
      const octets = new Uint8Array(await answer.arrayBuffer());
      const [command] = /\["(?:DELETE|HPUT)"[^\]]*\]/u.exec(new TextDecoder().decode(octets)) ?? [];
      const isReadable = command === undefined || decodeRequestPackage(octets).ok;
      return new Response(isReadable ? octets : `{"CMD":[${command}]}`, { status, headers });
    }),
  },
  {
    name: 'any-type-is-a-package',
    description: 'Takes an answer of any media type for a package.',
    catches: [OTHER_TYPE],
    wrapTransmit: readingOtherwise((answer) => {
      const headers = new Headers(answer.headers);
      headers.set('Content-Type', REQUEST_MEDIA_TYPE);
      return new Response(answer.body, { status: answer.status, headers });
    }),
  },
  {
    name: 'unknown-members-refused',
    description: 'Cannot read a package with a member that it does not know.',
    catches: ['Members that are not known do no harm'],
    wrapTransmit: readingOtherwise(async (answer) => {
      const { status, headers } = answer;
      const text = await answer.text();
      const { CMD: _, ...others } = parsed(text) ?? {};
      return new Response(Object.keys(others).length === 0 ? text : '', { status, headers });
    }),
  },
];
