import type { ClientURI, InstanceSelector } from '../../../protocol/model/dm2-client-uri';
import { formatClientURI, parseClientURI } from '../../../protocol/model/dm2-client-uri-text';
import type { SerializedObject } from '../../../protocol/model/dm2-object';
import type { CommandResult } from '../../../protocol/model/dm2-package';
import type { Words } from './words';

/** What a client tester reports: nothing is performed, and everything was done. @see dm2.md 3.4 */
export function reportOn(
  commands: readonly Words[],
  codes: ReadonlyMap<string, number>,
): readonly CommandResult[] {
  const performed = commands.filter(([verb]) => verb !== 'END');
  return performed.map((words) => {
    const status = codes.get(words[0]) ?? 200;
    return status === 200 ? success(words) : { status };
  });
}

function success([verb, first = '', second]: Words): CommandResult {
  if (verb === 'GET') return { status: 200, data: [dataAt(first)] };
  if (verb === 'HGET' && second === undefined)
    return { status: 200, clientURIs: ['urn:flowproof:mo:lamp:1.0/hall/'] };
  return { status: 200 };
}

function dataAt(text: string): SerializedObject {
  const read = parseClientURI(text);
  if (!read.ok) return { clientURI: 'urn:flowproof:mo:lamp:1.0/hall/', name: 'hall', value: {} };
  const { moid, instance, path } = read.value;
  const names = path.map((selector) => nameOf(selector));
  const address: ClientURI = {
    moid,
    instance: { kind: 'named', name: nameOf(instance) },
    path: names.map((name) => ({ kind: 'named', name })),
    conditions: [],
  };
  const clientURI = formatClientURI(address);
  return { clientURI, name: names.at(-1) ?? nameOf(instance), value: names.length === 0 ? {} : 'flowproof' };
}

function nameOf(selector: InstanceSelector): string {
  return selector.kind === 'named' ? selector.name : '1';
}
