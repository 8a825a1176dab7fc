import { manageByTheBook } from '../../harness/cast/management/by-the-book';
import type { ManagementScene } from '../../harness/cast/management/management-scene';
import type { FlowproofWorld } from '../world';
import { CREDENTIAL_CONDUCTS } from './conducts-of-credentials';
import { DEVICE_CONDUCTS } from './conducts-of-devices';
import { GATEWAY_CONDUCTS } from './conducts-of-gateways';
import { PACKAGE_CONDUCTS } from './conducts-of-packages';
import type { ConductRow, Player } from './player';

/** How a tester is to behave from now on. */
export interface Conduct {
  readonly text: string;
  apply(scene: ManagementScene, name: string): Promise<void>;
}

const ROWS: readonly ConductRow[] = [
  ...DEVICE_CONDUCTS,
  ...CREDENTIAL_CONDUCTS,
  ...PACKAGE_CONDUCTS,
  ...GATEWAY_CONDUCTS,
];

/** Any of the conducts; the more words come first. */
export const CONDUCT_PATTERN = ROWS.map(({ words }) => words)
  .sort((one, other) => other.length - one.length)
  .join('|')
  .replace(/(?<!\\)\((?!\?)/g, '(?:');

export function conductOf(world: FlowproofWorld, text: string): Conduct {
  for (const { words, apply } of ROWS) {
    const match = new RegExp(`^(?:${words})$`).exec(text);
    if (match === null) continue;
    const values = match.slice(1).map((value) => value ?? '');
    return {
      text,
      apply: async (scene, name) => {
        const player = playerOf(world, scene, name);
        if (NEEDS_NONCES.test(text)) await meetBefore(player);
        await apply(player, ...values);
      },
    };
  }
  throw new Error(`no tester knows how to play "${text}"`);
}

function playerOf(world: FlowproofWorld, scene: ManagementScene, name: string): Player {
  const { role } = scene;
  const time = { scaled: (milliseconds: number) => world.scaled(milliseconds) };
  if (name === 'the server' && role !== 'dm-server') return { scene, name, ...time, server: scene.server };
  if (name === 'the gateway' && role === 'dm-server')
    return { scene, name, ...time, client: scene.gateway, gateway: scene.gateway };
  if (name.startsWith('d')) return { scene, name, ...time, client: scene.device(name) };
  throw new Error(`${name} is the target of this scenario: it cannot be told how to behave`);
}

const NEEDS_NONCES = /nonce of before|first message only/;

/** After a session both have nonces that the other knows, and ones that were replaced; a client was prepared so. */
async function meetBefore({ scene, server }: Player): Promise<void> {
  if (server !== undefined) await manageByTheBook(scene, { packages: [] });
}
