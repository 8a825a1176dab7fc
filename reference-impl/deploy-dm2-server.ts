import { dm2PackageEndpoint } from './dm2-package-endpoint';
import { defaultDM2ServerProcedures } from './dm2-server/default-procedures';
import { createDM2Server, type DM2Server } from './dm2-server/dm2-server';
import type { DM2ServerConfig } from './dm2-server/dm2-server-config';
import type { DM2ServerProcedures } from './dm2-server/procedures';
import { dm2Triggers, noSuchProcedure } from './dm2-trigger';
import { endpointsByPath } from './endpoints-by-path';
import type { Transmit } from './http-outbound';
import { inspectionEndpoint } from './inspection-endpoint';
import { ownObjectEndpoint } from './own-object-endpoint';
import { pushReportEndpoint } from './push-report-endpoint';
import { pushRequestOutbound } from './push-request-outbound';
import type { Clock } from './runtime/clock';
import { closableClock } from './runtime/closable-clock';
import type { Ids } from './runtime/ids';
import type { Random } from './runtime/random';
import { triggerEndpoint } from './trigger-endpoint';

export interface DM2ServerDeployment {
  /** For inspection; messages come in through the endpoint. */
  readonly server: DM2Server;
  /**
   * Sessions are opened at `/dm` and go on below it; triggers at `/trigger`, reports of the push service below
   * `/push-reports/`, its own objects below `/objects/`, and the inspection hook where it is wanted.
   */
  readonly endpoint: (message: Request) => Promise<Response>;
  /** Calls off everything that is still to happen. */
  close(): void;
}

export interface DM2ServerDeploymentOptions {
  /** Its objects are handed out at `address`, whatever the configuration has for their root. */
  readonly config: DM2ServerConfig;
  /** Under which devices and push service reach it, without path: `http://127.0.0.1:4001`. */
  readonly address: string;
  /** Path of the inspection hook; off where absent. */
  readonly inspection?: string;
  readonly runtime: { readonly clock: Clock; readonly ids: Ids; readonly random: Random };
  readonly transmit: Transmit;
  readonly procedures?: DM2ServerProcedures;
}

const PACKAGES = '/dm';
const REPORTS = '/push-reports/';
const OBJECTS = '/objects/';

/** The composition root of the DM 2.0 server: joins codec, role and runtime. */
export function deployDM2Server(options: DM2ServerDeploymentOptions): DM2ServerDeployment {
  const { config, address, runtime, transmit, procedures = defaultDM2ServerProcedures } = options;
  const { pushService } = config;
  const clock = closableClock(runtime.clock);
  const reportRoot = `${address}${REPORTS}`;
  const push = pushRequestOutbound(transmit, { reportRoot, ...(pushService && { pushService }) });
  const server = createDM2Server({
    config: { ...config, objectRoot: `${address}${OBJECTS}` },
    procedures,
    ports: { ...runtime, clock, push },
  });
  return { server, endpoint: endpointOf(server, options.inspection), close: () => clock.close() };
}

function endpointOf(server: DM2Server, inspection: string | undefined): DM2ServerDeployment['endpoint'] {
  const { procedures, config } = server;
  const { objectTypes, limits } = config;
  const forDevices = dm2PackageEndpoint(PACKAGES, (message) => procedures.receiveMessage(server, message));
  const forInspectors = inspectionEndpoint((deviceID) => procedures.inspectDevice(server, deviceID));
  return endpointsByPath({
    ...(inspection !== undefined && { [freePath(inspection)]: forInspectors }),
    [PACKAGES]: forDevices,
    [`${PACKAGES}/`]: forDevices,
    '/trigger': triggerEndpoint(
      dm2Triggers((trigger) =>
        trigger.procedure === 'manage' ? procedures.manageDevice(server, trigger) : noSuchProcedure(trigger),
      ),
    ),
    [REPORTS]: pushReportEndpoint(REPORTS, (token, report) => procedures.takeReport(server, token, report)),
    [OBJECTS]: ownObjectEndpoint({ root: OBJECTS, objectTypes, objectSize: limits.objectSize }, (question) =>
      procedures.answerObject(server, question),
    ),
  });
}

function freePath(path: string): string {
  if (isInspectionPath(path)) return path;
  throw new Error(`The inspection hook cannot be at ${path}: choose a path such as /inspection.`);
}

/** Whether sessions can be shown there: a path at which nothing else is. @see dm2.md 4.6 */
export function isInspectionPath(path: string): boolean {
  const taken = [PACKAGES, '/trigger', '/push-reports', '/objects'];
  const isFree = !taken.some((root) => path === root || path.startsWith(`${root}/`));
  return isFree && /^(\/[\w.~-]+)+$/u.test(path);
}
