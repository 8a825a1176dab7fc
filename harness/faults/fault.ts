import type { AeProcedures } from '../../reference-impl/ae/procedures';
import type { CseProcedures } from '../../reference-impl/cse/procedures';
import type { DeviceProcedures } from '../../reference-impl/dm-client/procedures';
import type { GatewayProcedures } from '../../reference-impl/dm-gateway/procedures';
import type { ManagementServerProcedures } from '../../reference-impl/dm-server/procedures';
import type { DM2ClientProcedures } from '../../reference-impl/dm2-client/dm2-client-procedures';
import type { DM2ServerProcedures } from '../../reference-impl/dm2-server/procedures';
import type { PushProcedures } from '../../reference-impl/push/procedures';

/** What answers messages in front of a role: standard Request in, Response out. */
export type Endpoint = (request: Request) => Promise<Response>;

/**
 * A named, deliberate deviation of the reference that the suite must catch: another table of procedures, or, where it
 * lies in front of the procedures (decoding, encoding), another endpoint. It knows the tables, never their inside.
 */
export interface Fault {
  /** Kebab-case, what deviates: `somecast-allows-equal-number`. */
  readonly name: string;
  /** What the faulty reference does, in one sentence. */
  readonly description: string;
  /** Names of the scenarios that fail under it, as in the feature file; of an outline at least one example. */
  readonly catches: readonly string[];
  apply?(procedures: CseProcedures): CseProcedures;
  /** The same for the reference application. */
  applyToAe?(procedures: AeProcedures): AeProcedures;
  applyToDevice?(procedures: DeviceProcedures): DeviceProcedures;
  applyToGateway?(procedures: GatewayProcedures): GatewayProcedures;
  applyToManagementServer?(procedures: ManagementServerProcedures): ManagementServerProcedures;
  applyToDM2Client?(procedures: DM2ClientProcedures): DM2ClientProcedures;
  applyToDM2Server?(procedures: DM2ServerProcedures): DM2ServerProcedures;
  applyToPush?(procedures: PushProcedures): PushProcedures;
  /** Called once per deployment; what it remembers belongs to that deployment. */
  wrapEndpoint?(endpoint: Endpoint): Endpoint;
  /** The same for what stands between a role and the network: messages that it sends, and what they are answered. */
  wrapTransmit?(transmit: Endpoint): Endpoint;
}
