import { decodeHttpResponse, encodeHttpRequest } from '../../protocol/codec/onem2m-http';
import { openExternalStage, openOutside } from '../cast/open-stage';
import type { CseStage, Stage } from '../cast/stage';
import { playsCse } from '../config/plays-cse';
import type { Target } from '../config/target';
import { type Link, LinkFailure } from '../links/link';
import { answersAt, messageOf, type PreflightCheck } from './preflight-check';
import { preflightDM2 } from './preflight-dm2';
import { preflightManagement } from './preflight-management';

/** Beyond this a Result Expiration Timestamp of the testers may be over before it arrives. */
const TOLERATED_SKEW = 2000;

/**
 * Looks whether a run against an external target can work at all: the testers can listen, an application can be told,
 * a CSE answers, lets the administrator read its CSEBase, and its clock agrees. Later checks are left out where an
 * earlier one failed.
 */
export async function preflight(target: Target): Promise<readonly PreflightCheck[]> {
  if (target.link === 'in-process') return [];
  const { stage, link } = openOutside(target, 'preflight', target.name);
  const first = [
    await checkTesters(stage),
    ...(await checkTrigger(target, link)),
    ...(await preflightManagement(target, stage, link)),
    ...(await preflightDM2(target, stage, link)),
  ];
  if (!playsCse(target) || first.some((check) => !check.ok)) return first;
  return [...first, ...(await checkTarget(openExternalStage(target, 'preflight')))];
}

async function checkTrigger({ application, ixit }: Target, link: Link): Promise<readonly PreflightCheck[]> {
  if (application === undefined || !('url' in application.trigger)) return [];
  const { url } = application.trigger;
  return [
    await answersAt({ name: 'trigger', url, key: 'application.trigger.url' }, link, ixit.responseTimeout),
  ];
}

async function checkTesters(stage: Stage): Promise<PreflightCheck> {
  const { host } = stage.target.tester;
  try {
    const listener = await stage.linkOf('preflight').listen('preflight', async () => new Response());
    await listener.close();
    return { name: 'testers', ok: true, detail: `the testers can listen on ${host}` };
  } catch (error) {
    const detail = `the testers cannot listen on ${host}: ${messageOf(error)}`;
    return { name: 'testers', ok: false, detail, advice: 'set tester.host to an address of this machine' };
  }
}

async function checkTarget(stage: CseStage): Promise<readonly PreflightCheck[]> {
  const { cse } = stage;
  const names = stage.target.names;
  const request = encodeHttpRequest(
    cse.url,
    {
      operation: 'retrieve',
      to: cse.resourceName,
      from: cse.adminOriginator,
      requestIdentifier: stage.unique('preflight'),
      releaseVersionIndicator: cse.releaseVersion,
    },
    { mediaType: 'json', names },
  );
  const answer = await answerTo(stage, request);
  if (typeof answer === 'string') {
    const advice = 'check cse.url, and that the target is running';
    return [{ name: 'reachable', ok: false, detail: answer, advice }];
  }
  const reachable: PreflightCheck = { name: 'reachable', ok: true, detail: `${cse.url} answers` };
  const authorised = await checkAuthorised(stage, answer.clone());
  return authorised.ok ? [reachable, authorised, checkClock(stage, answer)] : [reachable, authorised];
}

async function answerTo(stage: CseStage, request: Request): Promise<Response | string> {
  const limit = stage.target.ixit.responseTimeout;
  try {
    const answer = await stage.time.settle(stage.linkOf('preflight').send(request), limit);
    return answer ?? `${stage.cse.url} does not answer within ${limit} ms`;
  } catch (error) {
    if (error instanceof LinkFailure) return error.message;
    throw error;
  }
}

async function checkAuthorised(stage: CseStage, answer: Response): Promise<PreflightCheck> {
  const { adminOriginator, resourceName } = stage.cse;
  const decoded = await decodeHttpResponse(answer, { names: stage.target.names });
  const what = `${adminOriginator} retrieves ${resourceName}`;
  if (!decoded.ok) {
    const detail = `${what}: the answer is no oneM2M response (HTTP ${answer.status})`;
    return {
      name: 'authorised',
      ok: false,
      detail,
      advice: 'check that cse.url is the point of access of a CSE',
    };
  }
  const code = decoded.value.responseStatusCode;
  const detail = `${what}: ${code}`;
  if (code === 2000) return { name: 'authorised', ok: true, detail };
  const advice = 'check cse.adminOriginator, cse.resourceName and cse.releaseVersion';
  return { name: 'authorised', ok: false, detail, advice };
}

/** The Date header has a resolution of one second. */
function checkClock(stage: Stage, answer: Response): PreflightCheck {
  const said = Date.parse(answer.headers.get('date') ?? '');
  if (Number.isNaN(said)) return { name: 'clock', ok: true, detail: 'the target does not say its time' };
  const skew = Math.abs(stage.time.now() - said);
  const detail = `the clocks differ by ${(skew / 1000).toFixed(1)} s`;
  if (skew <= TOLERATED_SKEW) return { name: 'clock', ok: true, detail };
  return { name: 'clock', ok: false, detail, advice: 'synchronise the clocks of both machines' };
}
