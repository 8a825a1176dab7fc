import { isRefusal, type Refusal } from '../../protocol/model/refusal';
import {
  INITIATION_MEDIA_TYPE,
  RESPONSE_MEDIA_TYPE,
  startAlertType,
} from '../../protocol/tables/dm2/identifiers';
import type { DeviceMessage, DevicePackage } from '../../reference-impl/dm2-server/device-message';
import type { DM2ServerProcedures } from '../../reference-impl/dm2-server/procedures';
import { openSessionOf } from '../../reference-impl/dm2-server/session';
import {
  answeringStatus,
  forPackages,
  objectsIn,
  stoppedByLongBodies,
  takingAnyMethod,
} from './dm2-endpoint-messages';
import { dm2ServerFaults } from './dm2-server-faults';
import type { Fault } from './fault';
import { parsed, rewritingBodies, rewritingHeaders } from './rewritten-message';
import { withStatus } from './with-status';

const BAD_START = 'A package 1 <flaw> is a bad request';
const BAD_RESULTS = 'A package 3 <flaw> is a bad request';
const RESULTS_FOR_NOTHING = 'A package 3 <flaw> counts for nothing';
const NO_COMMANDS = 'A package 1 <alerts> brings no commands';
const WRONG_STARTS = 'Start alerts are wrong in a package 1 <alerts>';

type Read = DevicePackage | Refusal;

/** Takes something else than what was read. */
function reading(
  own: DM2ServerProcedures,
  change: (read: Read, message: DeviceMessage) => Read,
): Partial<DM2ServerProcedures> {
  return {
    receiveMessage: (server, message) =>
      own.receiveMessage(server, { ...message, read: async () => change(await message.read(), message) }),
  };
}

const START: DevicePackage = {
  kind: 'initiation',
  initiation: { start: { reason: 'client-initiated' }, alerts: [] },
};

/** Deviations of a server to which devices send what they should not. @see dm2.md 3.7 */
export const DM2_SERVER_HOSTILE_MESSAGE_FAULTS: readonly Fault[] = [
  ...dm2ServerFaults([
    {
      name: 'unreadable-opens-session',
      description: 'Takes what it cannot read for a package 1.',
      catches: ['A package 1 <flaw> opens nothing', BAD_START, NO_COMMANDS, WRONG_STARTS],
      server: (own) =>
        reading(own, (read, { place }) =>
          isRefusal(read) && read.status === 400 && place === undefined ? START : read,
        ),
    },
    {
      name: 'unreadable-is-server-failure',
      description: 'Answers 500 to what it cannot read.',
      catches: [BAD_START, BAD_RESULTS, WRONG_STARTS],
      server: (own) =>
        reading(own, (read) => (isRefusal(read) && read.status === 400 ? withStatus(read, 500) : read)),
    },
    {
      name: 'bad-results-count',
      description: 'Takes results for as many commands as there are, and the others for done.',
      catches: [RESULTS_FOR_NOTHING, BAD_RESULTS],
      server: (own) => ({
        refuseResults: () => undefined,
        takeResults(session, { results, alerts }) {
          const all = session.waiting.map((_, index) => results[index] ?? { status: 200 });
          own.takeResults(session, { results: all, alerts });
        },
      }),
    },
    {
      name: 'bad-results-end-session',
      description: 'Ends a session when results come that cannot be read.',
      catches: [RESULTS_FOR_NOTHING],
      server: (own) => ({
        async receiveMessage(server, message) {
          const reply = await own.receiveMessage(server, message);
          const { deviceID, place } = message;
          const device = typeof deviceID === 'string' ? server.devices.get(deviceID) : undefined;
          const open = place === undefined || device === undefined ? undefined : openSessionOf(device);
          if (reply.kind === 'refused' && open !== undefined) own.endSession(server, open, 'superseded');
          return reply;
        },
      }),
    },
  ]),
  {
    name: 'start-alerts-uncounted',
    description: 'Takes none or several start alerts for one.',
    catches: [NO_COMMANDS, WRONG_STARTS],
    wrapEndpoint: forPackages(
      rewritingBodies((body) => {
        const json = parsed(body);
        if (json === undefined || 'Status' in json || objectsIn(json.Alert).length === 1) return body;
        return JSON.stringify({ ...json, Alert: [{ AlertType: startAlertType('client-initiated') }] });
      }),
    ),
  },
  {
    name: 'any-media-type',
    description: 'Does not look at the media type of packages.',
    catches: ['A package <number> is not of the media type "<type>"'],
    wrapEndpoint: forPackages((endpoint) => async (message) => {
      const isResults = 'Status' in (parsed(await message.clone().text()) ?? {});
      const type = isResults ? RESPONSE_MEDIA_TYPE : INITIATION_MEDIA_TYPE;
      return rewritingHeaders((headers) => headers.set('Content-Type', type))(endpoint)(message);
    }),
  },
  {
    name: 'accept-ignored',
    description: 'Does not look at what the device accepts.',
    catches: ['A client that reads no packages is not acceptable'],
    wrapEndpoint: forPackages(rewritingHeaders((headers) => headers.delete('Accept'))),
  },
  {
    name: 'long-package-is-bad',
    description: 'Answers 400 to a package that is too long.',
    catches: ['A package 1 can be too long'],
    wrapEndpoint: forPackages(answeringStatus({ 413: 400 })),
  },
  {
    name: 'long-package-awaited',
    description: 'Waits for ever for the end of a package that is too long, and serves nobody after it.',
    catches: ['A package 1 <flaw> is not waited for forever'],
    wrapEndpoint: forPackages(stoppedByLongBodies(16 * 1024 * 1024)),
  },
  {
    name: 'packages-by-any-method',
    description: 'Takes GET and PUT for POST.',
    catches: ['A package 1 <how> is refused as such'],
    wrapEndpoint: forPackages(takingAnyMethod('/dm')),
  },
  {
    name: 'packages-at-any-path',
    description: 'Takes what goes to nobody for a package.',
    catches: ['A package 1 to a path that is not there is refused as such'],
    wrapEndpoint: (endpoint) => async (message) => {
      const elsewhere = new Request(new URL('/dm', message.url), message.clone());
      const answer = await endpoint(message);
      return answer.status === 404 ? endpoint(elsewhere) : answer;
    },
  },
];
