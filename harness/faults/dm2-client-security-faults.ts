import { dm2ClientFaults } from './dm2-client-faults';
import { isPackage } from './dm2-client-messages';
import type { Fault } from './fault';

const CHALLENGED = 'A client that is challenged sends its credentials';
const SCHEME = 'A client that is asked for <scheme> credentials answers so';
const STALE = 'A nonce that is stale is replaced';

/** How often a client that does not give up tries. */
const ATTEMPTS = 5;

/** Deviations of a DM 2.0 client in whom it shows credentials, and which. @see dm2.md 9 */
export const DM2_CLIENT_SECURITY_FAULTS: readonly Fault[] = [
  ...dm2ClientFaults([
    {
      name: 'shows-no-credentials',
      description: 'Shows no credentials, whoever asks for them.',
      catches: [CHALLENGED, SCHEME, STALE],
      client: () => ({ credentialsFor: () => undefined }),
    },
    {
      name: 'basic-whatever-is-asked',
      description: 'Shows Basic credentials to a server that asks for others.',
      catches: [SCHEME, 'Of two ways the client takes the stronger one'],
      client: () => ({
        chooseChallenge: ([first]) => first && { scheme: 'basic', realm: first.realm },
      }),
    },
    {
      name: 'sha-256-whatever-is-asked',
      description: 'Makes every digest by SHA-256.',
      catches: [SCHEME],
      client: (own) => ({
        chooseChallenge(challenges) {
          const chosen = own.chooseChallenge(challenges);
          return chosen?.scheme === 'digest' ? { ...chosen, algorithm: 'SHA-256' } : chosen;
        },
      }),
    },
    {
      name: 'credentials-again-and-again',
      description: 'Shows the credentials that were refused again and again.',
      catches: ['A client whose credentials are refused gives up'],
      client: (own) => ({
        async sendWithCredentials(session, message) {
          let reply = await own.sendWithCredentials(session, message);
          for (let attempt = 1; attempt < ATTEMPTS && reply.kind === 'challenged'; attempt += 1)
            reply = await own.sendWithCredentials(session, message);
          return reply;
        },
      }),
    },
    {
      name: 'refused-credentials-lock-client',
      description: 'Opens no session any more once its credentials were refused.',
      catches: ['A client whose credentials are refused gives up'],
      client(own) {
        let isLocked = false;
        return {
          async sendWithCredentials(session, message) {
            const reply = await own.sendWithCredentials(session, message);
            isLocked ||= reply.kind === 'challenged';
            return reply;
          },
          mayOpenNow: (server) => own.mayOpenNow(server) && !isLocked,
        };
      },
    },
    {
      name: 'stale-nonce-kept',
      description: 'Uses the first nonce for ever.',
      catches: [STALE],
      client: (own) => ({
        noteChallenges(session, challenges) {
          const { origin } = new URL(session.to);
          if (!session.server.challenges.has(origin)) own.noteChallenges(session, challenges);
        },
      }),
    },
  ]),
  {
    name: 'credentials-for-repository',
    description: 'Shows repositories the credentials that are for its server.',
    catches: [
      'A repository that is asked by <verb> sees no credentials',
      'A repository that is asked by HGET sees no credentials',
    ],
    wrapTransmit(transmit) {
      let shown: string | undefined;
      return async (message) => {
        shown = message.headers.get('Authorization') ?? shown;
        if (isPackage(message) || shown === undefined) return transmit(message);
        const headers = new Headers(message.headers);
        headers.set('Authorization', shown);
        return transmit(new Request(message, { headers }));
      };
    },
  },
];
