import { refuse } from '../protocol/model/refusal';
import { createDM2Client } from './dm2-client/create-dm2-client';
import { defaultDM2ClientProcedures } from './dm2-client/default-dm2-client-procedures';
import type { DM2Client } from './dm2-client/dm2-client';
import type { DM2ClientConfig } from './dm2-client/dm2-client-config';
import type { DM2ClientProcedures } from './dm2-client/dm2-client-procedures';
import { dm2NotificationEndpoint } from './dm2-notification-endpoint';
import { dm2PackageOutbound } from './dm2-package-outbound';
import { dm2RepositoryOutbound } from './dm2-repository-outbound';
import { dm2Triggers, noSuchProcedure } from './dm2-trigger';
import { endpointsByPath } from './endpoints-by-path';
import type { Transmit } from './http-outbound';
import type { Clock } from './runtime/clock';
import { closableClock } from './runtime/closable-clock';
import type { Random } from './runtime/random';
import { triggerEndpoint } from './trigger-endpoint';

export interface DM2ClientDeployment {
  /** For inspection; messages come in through the endpoint. */
  readonly client: DM2Client;
  /** Notifications at `/notifications`, internal events at `/trigger`. */
  readonly endpoint: (message: Request) => Promise<Response>;
  /** Something in the device asks for an object; whether there is one then. */
  need(moid: string): Promise<boolean>;
  /** Calls off everything that is still to happen. */
  close(): void;
}

export interface DM2ClientDeploymentOptions {
  readonly config: DM2ClientConfig;
  readonly runtime: { readonly clock: Clock; readonly random: Random };
  readonly transmit: Transmit;
  readonly procedures?: DM2ClientProcedures;
  /** Shows a page to the user; false where nobody can see it. Where absent, every page counts as shown. */
  readonly show?: (uri: string) => boolean;
}

const NO_SESSION = refuse(409, 'the device knows no server, or has too many sessions to open already');

/** The composition root of the DM 2.0 client: joins codec, role and runtime. */
export function deployDM2Client(options: DM2ClientDeploymentOptions): DM2ClientDeployment {
  const { config, runtime, transmit, show = () => true } = options;
  const { procedures = defaultDM2ClientProcedures } = options;
  const { packageSize, fetchedSize } = config.limits;
  const clock = closableClock(runtime.clock);
  const client = createDM2Client({
    config,
    procedures,
    ports: {
      clock,
      random: runtime.random,
      send: dm2PackageOutbound(transmit, packageSize),
      askRepository: dm2RepositoryOutbound(transmit, fetchedSize),
      show,
    },
  });
  return {
    client,
    endpoint: endpointsByPath({
      '/notifications': dm2NotificationEndpoint((received) =>
        procedures.receiveNotification(client, received),
      ),
      '/trigger': triggerEndpoint(
        dm2Triggers((trigger) => {
          if (trigger.procedure !== 'internalEvent') return noSuchProcedure(trigger);
          return procedures.takeEvent(client, trigger) ? undefined : NO_SESSION;
        }),
      ),
    }),
    need: (moid) => procedures.needObject(client, moid),
    close: () => clock.close(),
  };
}
