import type {
  ApplicationIntent,
  ApplicationTrigger,
  GroupIntent,
} from '../protocol/model/application-intent';
import type { Ae } from './ae/ae';
import { carryOut } from './ae/carry-out';
import { defaultAeProcedures } from './ae/default-procedures';
import { handle } from './ae/handle';
import type { AeProcedures } from './ae/procedures';
import { carryOutInSession } from './ae/session/carry-out-in-session';
import { emptyMemory } from './ae/session/held-session';
import { aeTriggerEndpoint } from './ae-trigger-endpoint';
import { httpEndpoint } from './http-endpoint';
import { httpOutbound, type Transmit } from './http-outbound';
import type { Clock } from './runtime/clock';
import { closableClock } from './runtime/closable-clock';
import type { Ids } from './runtime/ids';
import type { Random } from './runtime/random';

/** What is below this path is said to the application by a CSE, and everything else by whoever triggers it. */
const NOTIFICATIONS = '/notifications';

export interface AeDeployment {
  /** Answers false where the CSE gave no answer. */
  tell(trigger: ApplicationTrigger): Promise<boolean>;
  /** The same by HTTP, and where the application is notified. */
  readonly endpoint: (message: Request) => Promise<Response>;
  /** Calls off everything that is still to happen. */
  close(): void;
}

export interface AeDeploymentOptions {
  readonly runtime: { readonly clock: Clock; readonly ids: Ids; readonly random: Random };
  readonly transmit: Transmit;
  readonly procedures?: AeProcedures;
  /** Its AE-ID. */
  readonly originator?: string;
  /** The CSE that gets every request, whatever CSE a trigger names. */
  readonly pointOfAccess?: string;
  /** Where its endpoint is reached, without trailing slash; where absent, its CSE has to know. */
  readonly address?: string;
}

/** The composition root of the application: joins codec, role and runtime. */
export function deployAe(options: AeDeploymentOptions): AeDeployment {
  const { runtime, transmit, address, procedures = defaultAeProcedures } = options;
  const clock = closableClock(runtime.clock);
  const ae: Ae = {
    originator: options.originator ?? 'Cflowproof',
    releaseVersion: '3',
    ...(address !== undefined && { notificationURI: `${address}${NOTIFICATIONS}` }),
    ports: { clock, ids: runtime.ids, random: runtime.random, outbound: httpOutbound(transmit) },
    procedures,
    collections: new Map(),
    sessions: emptyMemory(),
  };
  const tell = async ({ pointOfAccess, intent }: ApplicationTrigger): Promise<boolean> => {
    const cse = options.pointOfAccess ?? pointOfAccess;
    return isAboutGroup(intent)
      ? (await carryOut(ae, { pointOfAccess: cse, intent })) !== undefined
      : carryOutInSession(ae, cse, intent);
  };
  const told = aeTriggerEndpoint(tell);
  const notified = httpEndpoint(async (request) => handle(ae, request));
  return {
    tell,
    endpoint: (message) => (isNotification(message) ? notified(message) : told(message)),
    close: () => clock.close(),
  };
}

function isNotification({ url }: Request): boolean {
  const { pathname } = new URL(url);
  return pathname === NOTIFICATIONS || pathname.startsWith(`${NOTIFICATIONS}/`);
}

function isAboutGroup(intent: ApplicationIntent): intent is GroupIntent {
  return ['createGroup', 'changeMembers', 'askGroup'].includes(intent.procedure);
}
