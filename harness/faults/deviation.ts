import type { AeProcedures } from '../../reference-impl/ae/procedures';
import type { CseConfig } from '../../reference-impl/cse/cse-config';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import type { DeviceConfig } from '../../reference-impl/dm-client/device-config';
import type { DeviceProcedures } from '../../reference-impl/dm-client/procedures';
import type { GatewayConfig } from '../../reference-impl/dm-gateway/gateway-config';
import type { GatewayProcedures } from '../../reference-impl/dm-gateway/procedures';
import type { ManagementServerConfig } from '../../reference-impl/dm-server/management-server-config';
import type { ManagementServerProcedures } from '../../reference-impl/dm-server/procedures';
import type { DM2ClientConfig } from '../../reference-impl/dm2-client/dm2-client-config';
import type { DM2ClientProcedures } from '../../reference-impl/dm2-client/dm2-client-procedures';
import type { DM2ServerConfig } from '../../reference-impl/dm2-server/dm2-server-config';
import type { DM2ServerProcedures } from '../../reference-impl/dm2-server/procedures';
import type { PushProcedures } from '../../reference-impl/push/procedures';
import type { Endpoint } from '../links/link';

/**
 * Where a deployment of the reference can be made otherwise: its configuration, its procedures, and what stands between
 * it and the network. Faults and variants say what becomes of these; it knows the tables, never their inside.
 */
export interface Deviation {
  apply?(procedures: CseProcedures): CseProcedures;
  applyToAe?(procedures: AeProcedures): AeProcedures;
  applyToDevice?(procedures: DeviceProcedures): DeviceProcedures;
  applyToGateway?(procedures: GatewayProcedures): GatewayProcedures;
  applyToManagementServer?(procedures: ManagementServerProcedures): ManagementServerProcedures;
  applyToDM2Client?(procedures: DM2ClientProcedures): DM2ClientProcedures;
  applyToDM2Server?(procedures: DM2ServerProcedures): DM2ServerProcedures;
  applyToPush?(procedures: PushProcedures): PushProcedures;
  configureCse?(config: CseConfig): CseConfig;
  configureDevice?(config: DeviceConfig): DeviceConfig;
  configureGateway?(config: GatewayConfig): GatewayConfig;
  configureManagementServer?(config: ManagementServerConfig): ManagementServerConfig;
  configureDM2Client?(config: DM2ClientConfig): DM2ClientConfig;
  configureDM2Server?(config: DM2ServerConfig): DM2ServerConfig;
  /** Called once per deployment; what it remembers belongs to that deployment. */
  wrapEndpoint?(endpoint: Endpoint): Endpoint;
  /** The same for what stands between a role and the network: messages that it sends, and what they are answered. */
  wrapTransmit?(transmit: Endpoint): Endpoint;
}
