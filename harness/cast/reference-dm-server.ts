import { deployDmServer } from '../../reference-impl/deploy-dm-server';
import { DEFAULT_MANAGEMENT_SERVER_CONFIG } from '../../reference-impl/dm-server/default-management-server-config';
import { defaultManagementServerProcedures } from '../../reference-impl/dm-server/default-procedures';
import type { ManagementServerConfig } from '../../reference-impl/dm-server/management-server-config';
import type { PartyGround, ReferenceParty } from './reference-party';

/** The reference server before a gateway that the testers play. */
export function referenceDmServer(ground: PartyGround): ReferenceParty {
  const { account, roots, limits, runtime, transmit, deviation } = ground;
  const { serverID, serverAddress, deviceID, client, server, notificationAddress = '' } = account;
  const config = DEFAULT_MANAGEMENT_SERVER_CONFIG;
  const configured: ManagementServerConfig = {
    ...config,
    serverID,
    serverAddress,
    gateways: [{ deviceID, notificationAddress, client, server }],
    fanOutRoot: roots.fanOut,
    limits: {
      ...config.limits,
      notificationRepeats: limits.notificationRepeats,
      notificationInterval: limits.notificationInterval,
      sessions: { ...config.limits.sessions, idleTime: limits.sessionTimeout },
    },
  };
  return deployDmServer({
    config: deviation?.configureManagementServer?.(configured) ?? configured,
    runtime,
    transmit,
    procedures:
      deviation?.applyToManagementServer?.(defaultManagementServerProcedures) ??
      defaultManagementServerProcedures,
  });
}
