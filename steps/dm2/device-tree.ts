import type { DM2Scene } from '../../harness/cast/dm2/dm2-scene';
import type { Words } from '../../harness/cast/dm2/words';
import { Deviation } from '../../harness/verdict/deviation';
import { decodeObjects } from '../../protocol/codec/dm2/serialized-object';
import { parseClientURI } from '../../protocol/model/dm2-client-uri-text';
import type { NodeValue } from '../../protocol/model/dm2-object';
import type { FlowproofWorld } from '../world';
import { isInstanceRoot } from './addresses';
import { ownSession } from './client-sessions';
import { codeText } from './codes';
import { OWN, playOf } from './play';
import { withoutOtherNodes } from './values';

/** The tree of a client under test: lamps that a scenario makes, and what nodes hold, seen in sessions of its own. */

export interface SeenNode {
  readonly value: NodeValue;
  readonly validator: string | undefined;
}

export function ownAddress({ stage, repository }: DM2Scene, name: string): string {
  return `${stage.addresses.repository}${repository.root}${OWN}${name}`;
}

/** What is at these addresses; nothing for those that name nothing. */
export async function readTree(
  world: FlowproofWorld,
  uris: readonly string[],
): Promise<ReadonlyMap<string, SeenNode | undefined>> {
  const { scene } = playOf(world);
  const first = scene.repository.requests.length;
  const names = uris.map((_, index) => `read-${first}-${index}`);
  const results = await ownSession(
    world,
    uris.map((uri, index): Words => ['HPUT', ownAddress(scene, names[index] ?? ''), uri]),
  );
  return new Map(
    uris.map((uri, index) => {
      const status = results[index]?.status;
      return [uri, status === 404 ? undefined : seen(scene, { uri, name: names[index] ?? '', status })];
    }),
  );
}

interface Asked {
  readonly uri: string;
  readonly name: string;
  readonly status: number | undefined;
}

function seen({ repository }: DM2Scene, { uri, name, status }: Asked): SeenNode {
  const sent = repository.requests.find((request) => request.name === OWN + name);
  const read = sent && decodeObjects(sent.octets);
  const object = read?.ok ? read.value[0] : undefined;
  if (status === 200 && object !== undefined) {
    const isWhole = isInstanceRoot(uri) && isLamp(object.value);
    return {
      value: (isWhole ? withoutOtherNodes(object.value) : object.value) ?? null,
      validator: object.cacheValidator,
    };
  }
  const came = read === undefined ? 'nothing' : read.ok ? 'a list' : `what is no list (${read.fault.detail})`;
  throw new Deviation({
    what: `HPUT of ${uri}`,
    expected: 'OK (200), and its data at the repository',
    actual: `${codeText(status)}, and ${came}`,
  });
}

/** DevInfo has none of its nodes. */
function isLamp(value: NodeValue): boolean {
  return typeof value === 'object' && value !== null && 'Level' in value;
}

export interface NewLamp {
  readonly name: string;
  readonly value: NodeValue;
}

/** Makes lamps by HGET, and learns how the client calls them. */
export async function makeLamps(world: FlowproofWorld, lamps: readonly NewLamp[]): Promise<void> {
  const { scene } = playOf(world);
  const { testObject } = scene.stage.nodes;
  const objects = lamps.map(({ name, value }) => {
    const clientURI = `${testObject}/${scene.stage.unique(name)}/`;
    return { clientURI, name: 'Lamp', value };
  });
  scene.repository.offers.set(`${OWN}lamps`, { kind: 'objects', objects });
  const [result] = await ownSession(world, [['HGET', ownAddress(scene, 'lamps')]]);
  const uris = result?.clientURIs ?? [];
  if (result?.status !== 200 || uris.length !== lamps.length) {
    throw new Deviation({
      what: 'HGET of new lamps',
      expected: `OK (200), and the addresses of ${lamps.length}`,
      actual: `${codeText(result?.status)}, ${uris.join(', ') || 'no address'}`,
    });
  }
  for (const [index, { name }] of lamps.entries()) rememberLamp(world, name, uris[index] ?? '');
}

/** The lamp has the MIID of this address, and is removed in the end. */
export function rememberLamp(world: FlowproofWorld, name: string, uri: string): void {
  const { scene } = playOf(world);
  const read = parseClientURI(uri);
  const instance = read.ok ? read.value.instance : undefined;
  if (instance?.kind !== 'named') {
    throw new Deviation({ what: `the address of "${name}"`, expected: 'one with a MIID', actual: uri });
  }
  scene.lamps.set(name, instance.name);
  const address = `${scene.stage.nodes.testObject}/${encodeURIComponent(instance.name)}/`;
  scene.undoLater(async () => void (await ownSession(world, [['DELETE', address]])));
}
