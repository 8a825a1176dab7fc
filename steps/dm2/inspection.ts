import { sendRaw } from '../../harness/cast/dm2/raw-message';
import { Deviation, Inconclusive } from '../../harness/verdict/deviation';
import { decodeInspection } from '../../protocol/codec/dm2/inspection';
import type { ManagementSession } from '../../protocol/model/dm2-session';
import type { FlowproofWorld } from '../world';
import { playOf } from './play';

/** What the inspection hook of a server shows of the sessions of the device. @see dm2.md 4.6 */
export async function inspectSessions(world: FlowproofWorld): Promise<readonly ManagementSession[]> {
  const { stage } = playOf(world).scene;
  const { inspection } = stage.addresses;
  if (inspection === undefined) throw new Inconclusive('the target file names no inspection hook');
  const url = `${inspection}?device=${encodeURIComponent(stage.account.deviceID)}`;
  const how = {
    link: stage.linkOf('the inspector'),
    time: stage.time,
    limit: stage.target.ixit.responseTimeout,
  };
  const asked = sendRaw(how, { method: 'GET', url, headers: [], body: new Uint8Array() });
  const answer = await stage.time.settle(asked, how.limit);
  if (answer?.status !== 200) throw notShown(answer?.why ?? 'no answer');
  const read = decodeInspection(answer.octets);
  if (!read.ok) throw notShown(`${read.fault.where}: ${read.fault.detail}`);
  return read.value.sessions;
}

/** Those that began since the first stimulus of the scenario. */
export async function sessionsOfScenario(world: FlowproofWorld): Promise<readonly ManagementSession[]> {
  const known = playOf(world).knownSessions ?? new Set();
  return (await inspectSessions(world)).filter(({ sessionID }) => !known.has(sessionID));
}

function notShown(actual: string): Deviation {
  return new Deviation({ what: 'the inspection hook', expected: 'the sessions of the device', actual });
}
