import type { NodeDescription } from './node-description';

/** What describes a node right below the root that belongs to servers. */

/** `./SCM` is called `SCM`. */
export function nameBelowRoot(uri: string): string {
  return uri.replace(/^\.\//u, '');
}

/** These servers may do everything with the node, and nobody else may do anything; without servers what is above it holds. */
export function rightsOf(serverIDs: readonly string[]): Pick<NodeDescription, 'acl'> {
  if (serverIDs.length === 0) return {};
  const commands = ['Add', 'Delete', 'Exec', 'Get', 'Replace'];
  return { acl: commands.map((command) => `${command}=${serverIDs.join('+')}`).join('&') };
}
