import { type ValueSource, valueIn } from '../../harness/cast/management/aggregate';
import { check, show } from '../../harness/verdict/check';
import type { FlowproofWorld } from '../world';
import { cellValue } from './command-table';
import { nodeURI } from './node-names';
import { playOf } from './play';

/** Where values are looked up: what a session brought, or what nodes were found to hold. */
export type Values = ValueSource | ReadonlyMap<string, string | undefined>;

/** A table of nodes and what they hold. */
export function checkValues(
  world: FlowproofWorld,
  what: string,
  rows: readonly (readonly string[])[],
  values: Values,
): void {
  const { scene } = playOf(world);
  for (const [node = '', expected = ''] of rows) {
    const uri = nodeURI(scene, node);
    const actual = 'outcomes' in values ? valueIn(values, uri) : values.get(uri);
    check(holds(world, expected, actual, uri), `${node} in ${what}`, expected, show(actual));
  }
}

function holds(world: FlowproofWorld, expected: string, actual: string | undefined, uri: string): boolean {
  const optional = /^(.*), if any$/.exec(expected)?.[1];
  if (optional !== undefined) return actual === undefined || holds(world, optional, actual, uri);
  if (expected === '(absent)') return actual === undefined;
  if (actual === undefined) return false;
  const children = /^(children|among its children) (.*)$/.exec(expected);
  if (children) return hasChildren(actual, (children[2] ?? '').split(', '), children[1] === 'children');
  return isValue(world, expected, actual, uri);
}

function hasChildren(actual: string, names: readonly string[], only: boolean): boolean {
  const found = actual.split('/').filter((name) => name !== '');
  return names.every((name) => found.includes(name)) && (!only || found.length === names.length);
}

function isValue(world: FlowproofWorld, expected: string, actual: string, uri: string): boolean {
  const { scene } = playOf(world);
  switch (expected) {
    case '(any)':
      return true;
    case 'a URN':
      return /^urn:[a-z0-9][a-z0-9-]*:.+$/i.test(actual) || /^(?:imei|meid|esn|mac):.+$/i.test(actual);
    case 'its own name':
      return actual === scene.stage.underTest.account.deviceID;
    case 'as in package 1':
      return actual === informationOf(world, uri);
    default:
      return actual === cellValue(scene, expected, uri);
  }
}

/** What package 1 of the latest session said of the device. @see DM_Protocol 2.3.3 */
function informationOf(world: FlowproofWorld, uri: string): string | undefined {
  const name = uri.split('/').at(-1);
  const { sessions } = playOf(world).scene.server;
  const said = sessions
    .flatMap(({ turns }) => turns)
    .flatMap(({ arrival }) => arrival.message.commands)
    .flatMap((command) => (command.kind === 'Replace' ? command.items : []))
    .findLast(({ source, target }) => (source ?? target)?.uri.endsWith(`DevInfo/${name}`) === true);
  return typeof said?.data === 'string' ? said.data : undefined;
}
