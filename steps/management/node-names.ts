import { groupURI } from '../../harness/cast/management/gateway-configuration';
import type { ManagementScene } from '../../harness/cast/management/management-scene';

/** The nodes that a scenario speaks of, as they are called on the target. @see docs/profiles/gateway-fan-out.md */

/** Roots are those of the target file, groups and devices have names of their own, `./Test` is below the test node. */
export function nodeURI(scene: ManagementScene, text: string): string {
  const { roots } = scene.stage.underTest;
  const spelled = withLongNames(text);
  if (isTest(spelled)) return spelled.replace(/^(\.?\/?)Test/, `$1${bare(testRoot(scene))}`);
  if (spelled.startsWith('./SCM')) return spelled.replace('./SCM', roots.fanOut);
  if (!spelled.startsWith('./GwConfig/')) return spelled.replace(/^\.\/GwConfig/, roots.config);
  const [, kind = '', name = '', rest = ''] = /^\.\/GwConfig\/([^/]+)\/?([^/]*)(.*)$/.exec(spelled) ?? [];
  return `${roots.config}/${kind}/${realName(scene, kind, name)}${rest}`;
}

function realName(scene: ManagementScene, kind: string, name: string): string {
  if (kind === 'Devices' && scene.hasDevice(name)) return scene.realName(`device-${name}`);
  if (kind === 'Groups' && scene.groups.has(name)) return groupURI(scene, name).split('/').at(-1) ?? name;
  return name;
}

/** The interior node that this scenario has for itself. */
export function testRoot(scene: ManagementScene): string {
  return `${scene.stage.underTest.roots.test}/${scene.realName('test')}`;
}

export function isTest(text: string): boolean {
  return /^\.?\/?Test(?:\/|$)/.test(text);
}

function bare(uri: string): string {
  return uri.replace(/^\.\//, '');
}

/** `(5000 characters)` within a name. */
function withLongNames(text: string): string {
  return text.replace(/\((\d+) characters\)/g, (_, count: string) => 'n'.repeat(Number(count)));
}
