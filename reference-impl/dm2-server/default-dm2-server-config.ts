import { OBJECTS_MEDIA_TYPE } from '../../protocol/tables/dm2/identifiers';
import type { DM2ServerConfig } from './dm2-server-config';

/** A DM 2.0 server as it comes out of the box: it manages nobody. @see dm2.md 11 */
export const DEFAULT_DM2_SERVER_CONFIG: DM2ServerConfig = {
  serverID: 'dms.example',
  realm: 'dm',
  accounts: [],
  devices: [],
  objects: {},
  objectTypes: [OBJECTS_MEDIA_TYPE, 'text/plain', 'application/octet-stream'],
  limits: {
    idleLimit: 60_000,
    commandsPerPackage: 100,
    awaitingCommands: 1_000,
    rememberedSessions: 20,
    nonceLife: 300_000,
    nonces: 10_000,
    notificationLife: 300_000,
    rememberedNotifications: 1_000,
    pushRequestRepeats: 3,
    pushRequestInterval: 5_000,
    responseTimeout: 10_000,
    objects: 1_000,
    objectSize: 1_024 * 1_024,
  },
};
