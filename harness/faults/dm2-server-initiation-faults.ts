import { refuse } from '../../protocol/model/refusal';
import {
  INITIATION_MEDIA_TYPE,
  REQUEST_MEDIA_TYPE,
  startReason,
} from '../../protocol/tables/dm2/identifiers';
import { refused } from '../../reference-impl/dm2-server/device-message';
import { forPackages, objectsIn, refusing } from './dm2-endpoint-messages';
import { dm2ServerFaults } from './dm2-server-faults';
import type { Fault } from './fault';

const REFUSED = refuse(400, 'refused');
const MEMBERS: readonly string[] = ['Alert', 'MOS', 'Status'];

/** Deviations of a server that refuses what it should take as package 1. @see dm2.md 3.1, 3.2 */
export const DM2_SERVER_INITIATION_FAULTS: readonly Fault[] = [
  ...dm2ServerFaults([
    {
      name: 'objects-refused',
      description: 'Refuses a package 1 that lists objects.',
      catches: ['Objects may be listed'],
      server: (own) => ({
        openSession: (server, device, initiation) =>
          initiation.objects === undefined ? own.openSession(server, device, initiation) : refused(REFUSED),
      }),
    },
    {
      name: 'bootstrap-refused',
      description: 'Refuses a session that follows bootstrap.',
      catches: ['A session that follows bootstrap is one like others'],
      server: () => ({
        refuseStart: (_server, _device, { reason }) =>
          reason === 'bootstrap-complete' ? REFUSED : undefined,
      }),
    },
    {
      name: 'unknown-notification-refused',
      description: 'Refuses a session that names a notification which it does not know.',
      catches: ['A notification that the server does not know is no reason to refuse'],
      server: (own) => ({
        refuseStart: (server, device, start) =>
          start.reason === 'server-initiated' && own.notificationBehind(server, device, start) === undefined
            ? REFUSED
            : undefined,
      }),
    },
    {
      name: 'unknown-alerts-refused',
      description: 'Refuses packages with an alert that it does not know.',
      catches: [
        'An alert that the server does not know does no harm',
        'The start alert may stand behind others',
        'An alert beside the results is taken',
      ],
      server: (own) => ({
        receivePackage(server, device, received) {
          const { message } = received;
          const { alerts } = message.kind === 'initiation' ? message.initiation : message.response;
          return alerts.length > 0 ? refused(REFUSED) : own.receivePackage(server, device, received);
        },
      }),
    },
  ]),
  {
    name: 'unknown-members-are-bad',
    description: 'Refuses packages with a member that it does not know.',
    catches: ['Members that the server does not know do no harm'],
    wrapEndpoint: forPackages(
      refusing(400, (_message, json = {}) => Object.keys(json).some((name) => !MEMBERS.includes(name))),
    ),
  },
  {
    name: 'media-type-to-the-letter',
    description: 'Takes the media type of package 1 in small letters only, and without parameters.',
    catches: ['The media type may be written <type>'],
    wrapEndpoint: forPackages(
      refusing(
        415,
        ({ headers }, json) =>
          json?.Alert !== undefined &&
          json.Status === undefined &&
          headers.get('Content-Type') !== INITIATION_MEDIA_TYPE,
      ),
    ),
  },
  {
    name: 'accept-to-the-letter',
    description: 'Wants Accept to begin with the media type of package 2.',
    catches: ['Accept may be <accept>'],
    wrapEndpoint: forPackages(
      refusing(406, ({ headers }) => headers.get('Accept')?.startsWith(REQUEST_MEDIA_TYPE) !== true),
    ),
  },
  {
    name: 'start-alert-first',
    description: 'Wants the start alert in front of all others.',
    catches: ['The start alert may stand behind others'],
    wrapEndpoint: forPackages(
      refusing(400, (_message, json) => {
        const [first] = objectsIn(json?.Alert);
        const isStart = startReason(String(first?.AlertType)) !== undefined;
        return json?.Status === undefined && !isStart;
      }),
    ),
  },
];
