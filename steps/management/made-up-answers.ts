import { answersTo } from '../../harness/cast/management/client-answers';
import { numbered } from '../../harness/cast/management/command-building';
import { setPump } from '../../harness/cast/management/device-tester';
import { groupURI } from '../../harness/cast/management/gateway-configuration';
import type { Pair, Started } from '../../harness/cast/management/gateway-tester';
import type { ManagementScene } from '../../harness/cast/management/management-scene';
import { TesterTree } from '../../harness/cast/management/tester-tree';
import { decodeCommandsXml } from '../../protocol/codec/syncml/syncml-xml';
import type { ResultsCommand, StatusCommand, SyncMLCommand } from '../../protocol/model/syncml-command';

/** Has the gateway tester make up what the pumps of a group would have said to the commands that were set. */
export function answerAsPumps(scene: ManagementScene): void {
  scene.gateway.pairsOf = (started) => pairsOf(scene, started);
}

function pairsOf(scene: ManagementScene, { commands, group }: Started): Pair[] {
  const [, names = []] = [...scene.groups].find(([name]) => groupURI(scene, name) === group) ?? [];
  const read = decodeCommandsXml(commands ?? '');
  const asked = read.ok ? read.value : [];
  return names.map((device) => {
    return { device, deviceID: `urn:flowproof:${device}`, answers: answersOf(device, asked) };
  });
}

function answersOf(device: string, commands: readonly SyncMLCommand[]): (StatusCommand | ResultsCommand)[] {
  const tree = new TesterTree();
  setPump(tree, device);
  const { statuses, results } = answersTo(
    1,
    commands.flatMap((command) => tree.perform(command)),
  );
  return numbered([...statuses, ...results]).filter((one) => one.kind === 'Status' || one.kind === 'Results');
}
