import { defaultAeProcedures } from '../../reference-impl/ae/default-procedures';
import { DEFAULT_CONFIG } from '../../reference-impl/cse/default-config';
import { defaultProcedures } from '../../reference-impl/cse/default-procedures';
import { deployCse } from '../../reference-impl/deploy';
import { deployAe } from '../../reference-impl/deploy-ae';
import { countingIds } from '../../reference-impl/runtime/counting-ids';
import { seededRandom } from '../../reference-impl/runtime/seeded-random';
import { spokenBy } from '../config/documents';
import { lateListener } from '../links/late-listener';
import type { Endpoint } from '../links/link';
import type { WorldParameters } from '../run/world-parameters';
import { deviationOf } from '../variants/deviation-of';
import type { ScenarioTags } from '../verdict/scenario-tags';
import { stageForApplication } from './application-stage';
import { openExternalDM2Stage } from './dm2/open-outside';
import type { DM2Stage } from './dm2/stage';
import { openExternalSyncMLStage } from './management/open-outside';
import type { SyncMLStage } from './management/stage';
import { openExternalApplicationStage, openExternalStage } from './open-stage';
import { openReferenceDM2 } from './reference-dm2';
import { openInProcess } from './reference-in-process';
import { openReferenceSyncML } from './reference-syncml';
import type { CseStage } from './stage';

/**
 * Opens the stage that a target asks for: a fresh reference in this process with virtual time, or whatever listens
 * outside. Only files named after the reference know it.
 */
export async function openStage(
  parameters: WorldParameters,
  { requirements, roles }: StagedScenario,
): Promise<CseStage | SyncMLStage | DM2Stage> {
  const { target, run } = parameters;
  const isInProcess = target.link === 'in-process';
  const spoken = spokenBy(requirements);
  if (spoken === 'dm2') {
    return isInProcess ? openReferenceDM2(parameters, roles) : openExternalDM2Stage(target, run);
  }
  if (spoken === 'syncml') {
    return isInProcess ? openReferenceSyncML(parameters, roles) : openExternalSyncMLStage(target, run);
  }
  if (roles.includes('ae')) {
    return isInProcess ? openReferenceApplication(parameters) : openExternalApplicationStage(target, run);
  }
  return isInProcess ? openReferenceStage(parameters) : openExternalStage(target, run);
}

/** What decides on which stage a scenario plays. */
type StagedScenario = Pick<ScenarioTags, 'requirements' | 'roles'>;

async function openReferenceApplication(parameters: WorldParameters): Promise<CseStage> {
  const { target, seed } = parameters;
  const { clock, link, wiretap, stage } = openInProcess(target, 'the application');
  const deviation = deviationOf(parameters, clock);
  const transmit: Endpoint = (request) => link.send(request);
  const own = await lateListener(link, 'ae');
  const application = deployAe({
    runtime: { clock, ids: countingIds(), random: seededRandom(seed) },
    transmit: deviation?.wrapTransmit?.(transmit) ?? transmit,
    procedures: deviation?.applyToAe?.(defaultAeProcedures) ?? defaultAeProcedures,
    address: own.address,
  });
  own.serve(deviation?.wrapEndpoint?.(application.endpoint) ?? application.endpoint);
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

async function openReferenceStage(parameters: WorldParameters): Promise<CseStage> {
  const { target, seed } = parameters;
  const { clock, link, wiretap, stage } = openInProcess(target, 'the CSE');
  const deviation = deviationOf(parameters, clock);
  const transmit: Endpoint = (request) => link.send(request);
  const own = await lateListener(link, 'cse');
  const config = { ...DEFAULT_CONFIG, ...EVERYTHING_OPTIONAL, pointOfAccess: [own.address] };
  const deployment = deployCse({
    config: deviation?.configureCse?.(config) ?? config,
    runtime: { clock, ids: countingIds(), random: seededRandom(seed) },
    transmit: deviation?.wrapTransmit?.(transmit) ?? transmit,
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
