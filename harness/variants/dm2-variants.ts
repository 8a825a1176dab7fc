import type { ManagementAlert } from '../../protocol/model/dm2-alert';
import type { DM2ClientProcedures } from '../../reference-impl/dm2-client/dm2-client-procedures';
import type { DM2ServerProcedures } from '../../reference-impl/dm2-server/procedures';
import type { Variant } from './variant';

type ClientVariant = Omit<Variant, 'party' | 'otherwise'> & {
  otherwise(own: DM2ClientProcedures, took: () => void): Partial<DM2ClientProcedures>;
};
type ServerVariant = Omit<Variant, 'party' | 'otherwise'> & {
  otherwise(own: DM2ServerProcedures, took: () => void): Partial<DM2ServerProcedures>;
};

/** Of a type that no server knows. */
const NOTE: ManagementAlert = { alertType: 'urn:example:at:note:1.0', data: { note: 'extra' } };
const FIRST_NOTIFICATION = 40_000;

/** Other choices of a client. @see docs/profiles/dm2.md */
const OF_CLIENTS: readonly ClientVariant[] = [
  {
    name: 'objects-listed-always',
    description: 'Every package 1 lists the management objects.',
    allowedBy: 'dm2.md 3.2: MOS is allowed at any time',
    otherwise: (own, took) => ({
      listsObjects(session) {
        if (!own.listsObjects(session)) took();
        return true;
      },
    }),
  },
  {
    name: 'objects-in-reverse-order',
    description: 'Management objects and their instances come from the last to the first.',
    allowedBy: 'dm2.md 3.2 names no order',
    otherwise: (own, took) => ({
      supportedObjects(session) {
        took();
        return own
          .supportedObjects(session)
          .map((object) => ({ ...object, miids: [...object.miids].reverse() }))
          .reverse();
      },
    }),
  },
  {
    name: 'results-with-alert',
    description: 'Package 3 has an alert of a type that no server knows.',
    allowedBy: 'dm2.md 3.4 and 3.5: any number of alerts, unknown ones are passed over',
    otherwise: (own, took) => ({
      composeResponse(session, results) {
        took();
        const response = own.composeResponse(session, results);
        return { ...response, alerts: [...response.alerts, NOTE] };
      },
    }),
  },
];

/** Other choices of a server. */
const OF_SERVERS: readonly ServerVariant[] = [
  {
    name: 'sessions-named-otherwise',
    description: 'The names of sessions are longer and of other characters.',
    allowedBy: 'dm2.md 4.1: the URL is the server’s',
    otherwise: (own, took) => ({
      newSessionID(server) {
        took();
        return `~.${own.newSessionID(server)}-of-the-device`;
      },
    }),
  },
  {
    name: 'notifications-numbered-from-elsewhere',
    description: 'The first NOTIFICATION-ID is 40001.',
    allowedBy: 'dm2.md 7.2: any number that was not used lately',
    otherwise: (own, took) => ({
      newNotificationID(server) {
        took();
        return (own.newNotificationID(server) + FIRST_NOTIFICATION) % 0x10000;
      },
    }),
  },
];

export const DM2_VARIANTS: readonly Variant[] = [
  ...OF_CLIENTS.map(
    ({ otherwise, ...variant }): Variant => ({
      ...variant,
      party: 'dm2-client',
      otherwise: ({ took }) => ({ applyToDM2Client: (own) => ({ ...own, ...otherwise(own, took) }) }),
    }),
  ),
  ...OF_SERVERS.map(
    ({ otherwise, ...variant }): Variant => ({
      ...variant,
      party: 'dm2-server',
      otherwise: ({ took }) => ({ applyToDM2Server: (own) => ({ ...own, ...otherwise(own, took) }) }),
    }),
  ),
  {
    name: 'credentials-before-they-are-asked-for',
    description: 'Basic credentials go with the first message.',
    allowedBy: 'dm2.md 9: a client may send Basic before it is asked',
    party: 'dm2-client',
    otherwise: ({ took }) => ({
      configureDM2Client: (config) => {
        took();
        const servers = config.servers.map(({ credentials, ...server }) => ({
          ...server,
          ...(credentials && { credentials: { ...credentials, areSentAtOnce: true } }),
        }));
        return { ...config, servers };
      },
    }),
  },
  {
    name: 'one-command-per-package',
    description: 'The server sends one command in each package.',
    allowedBy: 'X-DM2-09, dm2.md 4.1: as many rounds as the server likes',
    party: 'dm2-server',
    otherwise: ({ took }) => ({
      configureDM2Server: (config) => {
        took();
        return { ...config, limits: { ...config.limits, commandsPerPackage: 1 } };
      },
    }),
  },
];
