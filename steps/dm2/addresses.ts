import type { DM2Scene } from '../../harness/cast/dm2/dm2-scene';
import { REPORT_PATH } from '../../harness/cast/dm2/server-tester';
import { Inconclusive } from '../../harness/verdict/deviation';
import type { InstanceSelector } from '../../protocol/model/dm2-client-uri';
import { parseClientURI } from '../../protocol/model/dm2-client-uri-text';

/** Addresses as the cells of a table say them. @see dm2.md 6 */

const DEVICE_INFORMATION = 'urn:oma:mo:oma-dm-devinfo:1.2';
const ACCOUNT = 'urn:oma:mo:oma-dm-dmacc:1.2';
/** No device has it. */
const NOTHING = 'urn:flowproof:mo:nothing:1.0';

const ROOTS = ['repository', 'forbidden', 'unreachable', 'elsewhere', 'report', 'plain'] as const;
type Root = (typeof ROOTS)[number];

/** `repository/x` and the like; nothing where the cell is no such address. */
export function serverURI(scene: DM2Scene, cell: string): string | undefined {
  const slash = cell.indexOf('/');
  const root = ROOTS.find((known) => known === cell.slice(0, slash));
  return root && rootOf(scene, root) + cell.slice(slash + 1);
}

function rootOf({ stage, repository }: DM2Scene, root: Root): string {
  const { addresses } = stage;
  switch (root) {
    case 'repository':
      return addresses.repository + repository.root;
    case 'report':
      return new URL(addresses.server).origin + REPORT_PATH + repository.root.slice(1);
    case 'plain':
      if (addresses.plain === undefined)
        throw new Inconclusive('the testers have no repository beside the one over TLS');
      return addresses.plain + repository.root;
    default:
      return `${addresses[root]}/`;
  }
}

/** A ClientURI with the names of lamps put right; anything else as it is. */
export function clientURI(scene: DM2Scene, cell: string): string {
  const text = withLengths(cell);
  const [first = '', second, ...rest] = text.split('/');
  if (first === 'Lamp' && second !== undefined)
    return [scene.stage.nodes.testObject, lampName(scene, second), ...rest].join('/');
  const moid = { DevInfo: DEVICE_INFORMATION, Account: ACCOUNT, Nothing: NOTHING }[first];
  if (first === 'Lamp') return scene.stage.nodes.testObject;
  return moid === undefined ? specialNode(scene, text) : [moid, ...text.split('/').slice(1)].join('/');
}

function lampName(scene: DM2Scene, segment: string): string {
  const [name = '', query] = segment.split('?');
  const miid = scene.lamps.get(name);
  if (miid === undefined) return segment;
  return encodeURIComponent(miid) + (query === undefined ? '' : `?${query}`);
}

function specialNode({ stage }: DM2Scene, text: string): string {
  const { operation, failingOperation, foreignObject } = stage.nodes;
  const special = new Map([
    ['the operation', operation],
    ['the failing operation', failingOperation],
    ['the foreign object', foreignObject],
  ]);
  if (!special.has(text)) return text;
  const uri = special.get(text);
  if (uri === undefined) throw new Inconclusive(`the target file does not say where ${text} is`);
  return uri;
}

/** `(1100 characters)` and `(40 names)`. */
function withLengths(cell: string): string {
  if (cell === '(empty)') return '';
  return cell
    .replace(/\((\d+) characters\)/g, (_, count) => 'a'.repeat(Number(count)))
    .replace(/\((\d+) names\)/g, (_, count) => Array.from({ length: Number(count) }, () => 'a').join('/'));
}

/** Any cell of a command after its verb. */
export function argumentOf(scene: DM2Scene, cell: string): string {
  return serverURI(scene, cell) ?? clientURI(scene, cell);
}

/** Whether a resolved address is the place that a scenario means, in whatever spelling; `//` is any instance, which it names. @see dm2.md 3.6 */
export function isPlace(meant: string, actual: string): boolean {
  const [one, other] = [parseClientURI(meant), parseClientURI(actual)];
  if (!one.ok || !other.ok) return meant === actual;
  const { moid, instance, path } = one.value;
  const found = other.value.instance;
  const isInstance = instance.kind === 'only' ? found.kind === 'named' : nameOf(instance) === nameOf(found);
  return isInstance && moid === other.value.moid && namesOf(path) === namesOf(other.value.path);
}

export function arePlaces(meant: readonly string[], actual: readonly string[]): boolean {
  return meant.length === actual.length && meant.every((uri, index) => isPlace(uri, actual[index] ?? ''));
}

function namesOf(path: readonly InstanceSelector[]): string {
  return JSON.stringify(path.map(nameOf));
}

function nameOf(selector: InstanceSelector): string {
  return selector.kind === 'named' ? selector.name : `<${selector.kind}>`;
}

/** Whether it is about an instance of the test object that the scenario did not make. */
export function isOthersLamp(scene: DM2Scene, text: string): boolean {
  const read = parseClientURI(text);
  if (!read.ok || read.value.moid !== scene.stage.nodes.testObject) return false;
  const { instance } = read.value;
  return instance.kind === 'named' && ![...scene.lamps.values()].includes(instance.name);
}

/** The last name of an address, as the topmost node of its data is called. */
export function topName(text: string): string {
  const read = parseClientURI(text);
  const last = read.ok ? read.value.path.at(-1) : undefined;
  return last?.kind === 'named' ? last.name : 'Lamp';
}

export function isInstanceRoot(text: string): boolean {
  const read = parseClientURI(text);
  return read.ok && read.value.path.length === 0;
}
