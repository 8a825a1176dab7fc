import { isRefusal, refuse } from '../../protocol/model/refusal';
import {
  answeringStatus,
  forPushRequests,
  stoppedByLongBodies,
  takingAnyMethod,
} from './dm2-endpoint-messages';
import { pushFaults } from './dm2-push-faults';
import type { Fault } from './fault';
import { type JsonObject, parsed, rewritingBodies, rewritingHeaders } from './rewritten-message';
import { withStatus } from './with-status';

const ACCEPTED = 'A push request is accepted';
const AGAIN = 'The same request again is delivered once';
const ONE_REQUEST = 'A PushID stands for one request';
const BAD = 'A push request <flaw> is a bad request';
const AS_SUCH = 'A push request <how> is refused as such';
const FORBIDDEN = 'A push request <flaw> is forbidden';
const UNAUTHORIZED = 'A push request <credentials> is unauthorized';

/** Octets that some push services would not carry. */
const LARGE = 512;
const SMALL = 8;

/** What is missing or wrong in a push request is made up. */
function guessed({ PushID = 'guessed', Content, ...others }: JsonObject): JsonObject {
  const octets = Buffer.from(String(Content ?? ''), 'base64').subarray(0, 1024);
  return { ...others, PushID, Content: octets.toString('base64') };
}

/** Deviations of a push service that is asked. @see dm2.md 8.1, B.2 step 1 */
export const DM2_PUSH_REQUEST_FAULTS: readonly Fault[] = [
  ...pushFaults([
    {
      name: 'one-delivery-for-life',
      description: 'Takes a second request to the same address for the first.',
      catches: ['The flow of B.2 can be gone through twice, with <target> under test', ONE_REQUEST],
      push: (own) => ({
        admitRequest(service, request) {
          const jobs = [...service.jobs.values()];
          const isKnown = jobs.some((job) => job.request.address === request.address);
          return isKnown ? undefined : own.admitRequest(service, request);
        },
      }),
    },
    {
      name: 'push-reads-content',
      description: 'Refuses content that is long, or too short for a notification.',
      catches: ['<what> are delivered as well'],
      push: (own) => ({
        admitRequest(service, request) {
          const { length } = request.content;
          const isUsual = length >= SMALL && length <= LARGE;
          return isUsual ? own.admitRequest(service, request) : refuse(400, 'that is no notification');
        },
      }),
    },
    {
      name: 'push-id-ignored',
      description: 'Takes every request for a new one.',
      catches: [AGAIN, ONE_REQUEST],
      push: (own) => ({
        admitRequest(service, request) {
          service.jobs.delete(request.pushID);
          return own.admitRequest(service, request);
        },
      }),
    },
    {
      name: 'push-bad-request-is-failure',
      description: 'Answers 500 to what it cannot read.',
      catches: [BAD],
      push: (own) => ({
        receiveRequest: (service, message) =>
          own.receiveRequest(service, {
            ...message,
            async read() {
              const request = await message.read();
              return isRefusal(request) && request.status === 400 ? withStatus(request, 500) : request;
            },
          }),
      }),
    },
    {
      name: 'push-any-host',
      description: 'Delivers and reports to any host.',
      catches: ['A push request <flaw> reaches nobody there', FORBIDDEN],
      push: () => ({ isHostAllowed: () => true }),
    },
    {
      name: 'push-host-not-found',
      description: 'Answers 404 for a host that is not allowed.',
      catches: [FORBIDDEN],
      push: (own) => ({
        refuseHosts: (service, request) => withStatus(own.refuseHosts(service, request), 404),
      }),
    },
    {
      name: 'push-everybody-welcome',
      description: 'Does not look at the credentials of servers.',
      catches: ['A push request <credentials> delivers nothing', UNAUTHORIZED],
      push: () => ({ isWelcome: () => true }),
    },
  ]),
  {
    name: 'push-accepts-with-ok',
    description: 'Answers 200 to what it takes.',
    catches: [ACCEPTED, AGAIN],
    wrapEndpoint: forPushRequests(answeringStatus({ 202: 200 })),
  },
  {
    name: 'push-unauthorized-as-forbidden',
    description: 'Answers 403 to credentials that are wrong or missing.',
    catches: [UNAUTHORIZED],
    wrapEndpoint: forPushRequests(answeringStatus({ 401: 403 })),
  },
  {
    name: 'push-lenient',
    description: 'Guesses what is missing or wrong in a request.',
    catches: ['A push request <flaw> delivers nothing', BAD],
    wrapEndpoint: forPushRequests(
      rewritingBodies((body) => {
        const json = parsed(body);
        return json === undefined ? body : JSON.stringify(guessed(json));
      }),
    ),
  },
  {
    name: 'push-unreadable-taken',
    description: 'Answers 202 to what it cannot read.',
    catches: ['A push request <flaw> delivers nothing', BAD],
    wrapEndpoint: forPushRequests(answeringStatus({ 400: 202 })),
  },
  {
    name: 'push-any-method',
    description: 'Takes GET for POST.',
    catches: [AS_SUCH],
    wrapEndpoint: forPushRequests(takingAnyMethod('/push')),
  },
  {
    name: 'push-any-media-type',
    description: 'Does not look at the media type of requests.',
    catches: [AS_SUCH],
    wrapEndpoint: forPushRequests(
      rewritingHeaders((headers) => headers.set('Content-Type', 'application/json')),
    ),
  },
  {
    name: 'push-long-request-is-bad',
    description: 'Answers 400 to a request that is too long.',
    catches: [AS_SUCH],
    wrapEndpoint: forPushRequests(answeringStatus({ 413: 400 })),
  },
  {
    name: 'push-long-request-awaited',
    description: 'Waits for ever for the end of a request that is too long, and serves nobody after it.',
    catches: ['A push request <flaw> is not waited for forever'],
    wrapEndpoint: forPushRequests(stoppedByLongBodies(16 * 1024 * 1024)),
  },
];
