/**
 * The ACL property of a node: which server may send which command. It knows neither trees nor inheritance.
 * @see DM_TND 8.3.7.1.5
 */
export type ControlledCommand = 'Add' | 'Delete' | 'Exec' | 'Get' | 'Replace';

/** The server identifiers of each command, in the order in which the value has them; `*` is every server. */
export type AccessControlList = ReadonlyMap<ControlledCommand, readonly string[]>;

const ANY_SERVER = '*';
const COMMANDS: readonly ControlledCommand[] = ['Add', 'Delete', 'Exec', 'Get', 'Replace'];

/** All printable characters but the four with a meaning and white space. */
const SERVER_IDENTIFIER = /^(?:\*|[^=&*+\s\p{Cc}\p{Cs}]+)$/u;

/** The value as an access control list, `undefined` where it is malformed. Text without entries is no list. */
export function parseAccessControlList(text: string): AccessControlList | undefined {
  const list = new Map<ControlledCommand, readonly string[]>();
  for (const entry of text.trim().split('&')) {
    const [name, identifiers, rest] = entry.split('=');
    const command = COMMANDS.find((known) => known === name);
    const servers = identifiers?.split('+') ?? [];
    if (command === undefined || list.has(command) || rest !== undefined) return undefined;
    if (servers.length === 0 || !servers.every((server) => SERVER_IDENTIFIER.test(server))) return undefined;
    list.set(command, servers);
  }
  return list;
}

/** Empty where there is no value. */
export function formatAccessControlList(list: AccessControlList | undefined): string {
  const entries = [...(list ?? [])].map(([command, servers]) => `${command}=${servers.join('+')}`);
  return entries.join('&');
}

export function grants(list: AccessControlList, command: ControlledCommand, server: string): boolean {
  const servers = list.get(command) ?? [];
  return servers.includes(ANY_SERVER) || servers.includes(server);
}

/** The same list, in which the server has these commands as well. */
export function withRights(
  list: AccessControlList,
  commands: readonly ControlledCommand[],
  server: string,
): AccessControlList {
  const wider = new Map(list);
  for (const command of commands)
    if (!grants(list, command, server)) wider.set(command, [...(list.get(command) ?? []), server]);
  return wider;
}
