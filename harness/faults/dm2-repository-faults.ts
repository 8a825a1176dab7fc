import { isRefusal, refuse } from '../../protocol/model/refusal';
import { commandStatus } from '../../protocol/tables/dm2/status-codes';
import { describedAt } from '../../reference-impl/dm2-client/tree/node-description';
import { initialValue } from '../../reference-impl/dm2-client/tree/node-rules';
import { dm2ClientFaults } from './dm2-client-faults';
import { isPackage } from './dm2-client-messages';
import type { Fault } from './fault';

const FETCH_REFUSED = 'The repository answers HGET with <code>';
const SENT_STATUS = 'HPUT of which the repository says <code> has the status <status>';
const NOT_TAKEN = 'A repository that does not take what is sent';
const NOT_FETCHED = 'Nothing is fetched from a host that is not allowed';

/** Deviations of a DM 2.0 client in what it makes of repositories, and of hosts that are not allowed. @see dm2.md 5.1, 6.2 */
export const DM2_REPOSITORY_FAULTS: readonly Fault[] = [
  ...dm2ClientFaults([
    {
      name: 'repository-refusal-as-bad-gateway',
      description: 'Takes any refusal of a repository for nonsense.',
      catches: [FETCH_REFUSED, SENT_STATUS],
      client: (own) => ({
        successOf(reply) {
          const isRefused = reply.kind === 'answered' && reply.status >= 400;
          return isRefused ? BAD_GATEWAY : own.successOf(reply);
        },
      }),
    },
    {
      name: 'status-of-repository-as-is',
      description: 'Reports what the repository said of a success.',
      catches: [SENT_STATUS],
      client: (own) => ({
        successOf(reply) {
          const isOther = reply.kind === 'answered' && reply.status > 200 && reply.status < 300;
          return isOther ? refuse(reply.status, 'as the repository said') : own.successOf(reply);
        },
      }),
    },
    {
      name: 'repository-redirect-as-not-found',
      description: 'Finds nothing where a repository leads elsewhere.',
      catches: ['A redirect is no answer to HGET', NOT_TAKEN],
      client: (own) => ({
        successOf(reply) {
          const isRedirect = reply.kind === 'answered' && reply.status >= 300 && reply.status < 400;
          return isRedirect ? refuse(commandStatus('NOT_FOUND'), 'it is elsewhere') : own.successOf(reply);
        },
      }),
    },
    {
      name: 'repository-silence-as-failure',
      description: 'Takes a repository that does not answer for a failure of its own.',
      catches: ['A repository that is silent or out of reach', NOT_TAKEN],
      client: (own) => ({
        successOf: (reply) =>
          reply.kind === 'silent' || reply.kind === 'unreachable' ? FAILED : own.successOf(reply),
      }),
    },
    {
      name: 'broken-data-stored',
      description: 'Takes data that break off, never end or make no sense for those of a new node.',
      catches: ['Data that the repository <what> are put nowhere'],
      client: (own) => ({
        async askRepository(client, question) {
          const reply = await own.askRepository(client, question);
          if (reply.kind === 'answered' || question.method !== 'GET') return reply;
          return { kind: 'answered', status: 200, content: { type: 'unreadable', reason: reply.kind } };
        },
        dataFor(store, place, content) {
          const node = describedAt(store.descriptions.get(place.moid)?.root, place.path);
          if (content.type !== 'unreadable' || node === undefined) return own.dataFor(store, place, content);
          return { name: place.path.at(-1) ?? '', value: initialValue(node) };
        },
      }),
    },
    {
      name: 'any-host',
      description: 'Reads and writes wherever a server wants it to.',
      catches: [
        NOT_FETCHED,
        'Fetching from a host that is not allowed is refused as such',
        '<verb> sends nothing to a host that is not allowed',
        'Sending to a host that is not allowed is refused as such',
        'A host that is not allowed gets no result',
        'The result of EXEC may not go to any host',
        'SHOW opens no page of a host that is not allowed',
        'CONT to a host that is not allowed moves nothing',
        'CONT to a host that is not allowed is refused as such',
        'DEFAULT with a host that is not allowed is refused as such',
        'SUB with a host that is not allowed is refused as such',
        'In a session over TLS nothing goes by plain http',
      ],
      client: () => ({ isHostAllowed: () => true }),
    },
    {
      name: 'asks-before-refusing',
      description: 'Asks a host that is not allowed, and passes over what it says.',
      catches: [NOT_FETCHED],
      client: (own) => ({
        async fetchData(mandate, command) {
          const { client } = mandate;
          const uri = own.readServerURI(mandate, command.serverURI);
          if (isRefusal(uri) && uri.status === commandStatus('FORBIDDEN'))
            await own.askRepository(client, { method: 'GET', uri: command.serverURI });
          return own.fetchData(mandate, command);
        },
      }),
    },
  ]),
  {
    name: 'fetch-follows-redirects',
    description: 'Fetches data from where a repository leads.',
    catches: ['A redirect of the repository is not followed', 'A redirect is no answer to HGET'],
    wrapTransmit: (transmit) => async (message) => {
      const answer = await transmit(message);
      const location = answer.headers.get('Location');
      return isPackage(message) || location === null ? answer : transmit(new Request(location));
    },
  },
];

const BAD_GATEWAY = refuse(commandStatus('BAD_GATEWAY'), 'the repository refused', 'dm2.md 5.1');
const FAILED = refuse(commandStatus('INTERNAL_ERROR'), 'the repository did not answer', 'dm2.md 5.1');
