import { type Refusal, refuse } from '../../../protocol/model/refusal';
import { OBJECTS_MEDIA_TYPE } from '../../../protocol/tables/dm2/identifiers';
import { commandStatus } from '../../../protocol/tables/dm2/status-codes';
import type { SentContent } from '../dm2-client-ports';
import { describedAt } from '../tree/node-description';
import { isInterior } from '../tree/node-value';
import type { ObjectStore } from '../tree/object-store';
import type { ToldNode } from '../tree/serialize';

/** The form in which data travel to a repository: management objects, or a single leaf as what it is. @see dm2.md 5.4 */
export function contentOf(
  store: ObjectStore,
  nodes: readonly ToldNode[],
  objectTypes: readonly string[] = [OBJECTS_MEDIA_TYPE],
): SentContent | Refusal {
  if (covers(objectTypes, OBJECTS_MEDIA_TYPE))
    return { type: 'objects', objects: nodes.map(({ object }) => object) };
  const [leaf, second] = nodes;
  if (leaf !== undefined && second === undefined && !isInterior(leaf.object.value)) {
    const text = String(leaf.object.value);
    if (covers(objectTypes, 'text/plain')) return { type: 'text/plain', text };
    if (covers(objectTypes, 'application/octet-stream'))
      return { type: 'application/octet-stream', octets: octetsOf(store, leaf, text) };
  }
  return refuse(commandStatus('NOT_ACCEPTABLE'), `only ${objectTypes.join(', ')} are taken`, 'dm2.md 5.4');
}

function covers(ranges: readonly string[], type: string): boolean {
  const [family = ''] = type.split('/');
  return ranges.some((range) => range === type || range === `${family}/*` || range === '*/*');
}

function octetsOf(store: ObjectStore, { place }: ToldNode, text: string): Uint8Array {
  const description = describedAt(store.descriptions.get(place.moid)?.root, place.path);
  const isBase64 = description?.kind === 'leaf' && description.type === 'octets';
  return Uint8Array.from(Buffer.from(text, isBase64 ? 'base64' : 'utf8'));
}
