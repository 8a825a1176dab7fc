import { defaultAeProcedures } from '../../reference-impl/ae/default-procedures';
import { DEFAULT_CONFIG } from '../../reference-impl/cse/default-config';
import { defaultProcedures } from '../../reference-impl/cse/default-procedures';
import { deployCse } from '../../reference-impl/deploy';
import { deployAe } from '../../reference-impl/deploy-ae';
import { countingIds } from '../../reference-impl/runtime/counting-ids';
import { seededRandom } from '../../reference-impl/runtime/seeded-random';
import { VirtualClock } from '../../reference-impl/runtime/virtual-clock';
import type { Target } from '../config/target';
import { faultNamed } from '../faults/faults';
import { createInProcessLink } from '../links/in-process';
import { lateListener } from '../links/late-listener';
import { DEFAULT_LINK_LIMITS } from '../links/link-limits';
import { createWiretap } from '../links/wiretap';
import type { WorldParameters } from '../run/world-parameters';
import { stageForApplication } from './application-stage';
import { namer, openExternalApplicationStage, openExternalStage } from './open-stage';
import type { CseStage } from './stage';
import type { TestTime } from './test-time';

/**
 * The only file of the harness that knows the reference. Opens the stage that a target asks for: a fresh reference in
 * this process with virtual time, or whatever listens outside. `roles` are those in which the scenario tests it.
 */
export async function openStage(parameters: WorldParameters, roles: readonly string[]): Promise<CseStage> {
  const { target, run } = parameters;
  const isInProcess = target.link === 'in-process';
  if (roles.includes('ae')) {
    return isInProcess ? openReferenceApplication(parameters) : openExternalApplicationStage(target, run);
  }
  return isInProcess ? openReferenceStage(parameters) : openExternalStage(target, run);
}

async function openReferenceApplication({ target, fault }: WorldParameters): Promise<CseStage> {
  const deviation = fault === undefined ? undefined : faultNamed(fault);
  const { clock, link, wiretap, stage } = openInProcess(target, 'the application');
  const own = await lateListener(link, 'ae');
  const application = deployAe({
    runtime: { clock, ids: countingIds() },
    transmit: (request) => link.send(request),
    procedures: deviation?.applyToAe?.(defaultAeProcedures) ?? defaultAeProcedures,
    address: own.address,
  });
  own.serve(application.endpoint);
  wiretap.name(own.address, 'the application');
  const close = async () => {
    application.close();
    await stage.close();
  };
  return stageForApplication(
    { ...stage, close },
    {
      tell: async (trigger) => {
        await application.tell(trigger);
      },
    },
  );
}

async function openReferenceStage({ target, seed, fault }: WorldParameters): Promise<CseStage> {
  const deviation = fault === undefined ? undefined : faultNamed(fault);
  const { clock, link, wiretap, stage } = openInProcess(target, 'the CSE');
  const own = await lateListener(link, 'cse');
  const deployment = deployCse({
    config: { ...DEFAULT_CONFIG, ...EVERYTHING_OPTIONAL, pointOfAccess: [own.address] },
    runtime: { clock, ids: countingIds(), random: seededRandom(seed) },
    transmit: (request) => link.send(request),
    procedures: deviation?.apply?.(defaultProcedures) ?? defaultProcedures,
  });
  own.serve(deviation?.wrapEndpoint?.(deployment.endpoint) ?? deployment.endpoint);
  wiretap.name(own.address, 'the CSE');
  return {
    ...stage,
    kind: 'cse',
    cse: { ...target.cse, url: own.address },
    close: async () => {
      deployment.close();
      await stage.close();
    },
  };
}

/** What a CSE may leave out, switched on; all that listens in this process may be notified, and what is offline is asked often. */
const EVERYTHING_OPTIONAL = {
  subGroups: { minimumMembers: 2 },
  offlineRetryInterval: 2_000,
  askSubGroupsToReport: true,
  notificationHosts: ['.in-process'],
};

/** More than any scenario sends: it is for the reference itself to refuse what is too large. */
const LARGEST_BODY = 32 * 1024 * 1024;

/** What every stage in this process has; `tested` is what the reference is called in the evidence. */
function openInProcess(target: Target, tested: string) {
  const clock = new VirtualClock();
  const link = createInProcessLink({ ...DEFAULT_LINK_LIMITS, bodyBytes: LARGEST_BODY });
  const wiretap = createWiretap({ now: () => clock.now(), senderOf: () => tested });
  const stage = {
    target,
    time: virtualTime(clock),
    linkOf: (actor: string) => wiretap.tap(link, actor),
    exchanges: () => wiretap.exchanges(),
    unique: namer('x'),
    disposable: true,
    close: () => link.close(),
  };
  return { clock, link, wiretap, stage };
}

function virtualTime(clock: VirtualClock): TestTime {
  return {
    now: () => clock.now(),
    after: (milliseconds, action) => clock.after(milliseconds, action),
    elapse: (milliseconds) => clock.advance(milliseconds),
    settle: async (promise, limit) => {
      let callOff = () => {};
      const over = new Promise<undefined>((resolve) => {
        callOff = clock.after(limit, () => resolve(undefined));
      });
      try {
        return await clock.untilSettled(Promise.race([promise, over]));
      } finally {
        callOff();
      }
    },
  };
}
