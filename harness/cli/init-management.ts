import { writeFileSync } from 'node:fs';
import { PATHS } from '../cast/management/syncml-stage';
import { closeExternalStages, openOutside } from '../cast/open-stage';
import type { SyncMLRole } from '../config/syncml-roles';
import { completeTarget } from '../config/target-defaults';
import { answersAt } from '../run/preflight-check';
import { icsItemsOfRoles, type Suite } from '../run/suite';
import { ExitCode } from '../verdict/exit-code';
import { schemaLine } from './schema-line';
import type { Terminal } from './terminal';

/** Where the testers listen in the file that is written; any port that is free will do. */
const TESTER_PORT = 18470;

const PROBE_LIMIT = 2000;

interface ManagementInit {
  readonly url: string;
  readonly output: string;
  readonly role: SyncMLRole;
}

/**
 * `flowproof init --role dm-gateway`: writes a description to complete. Before both sides know each other's names and
 * secrets nothing can be asked, so it looks only which of the usual addresses answer.
 */
export async function initManagement(
  { url, output, role }: ManagementInit,
  suite: Suite,
  terminal: Terminal,
): Promise<number> {
  const root = url.replace(/\/+$/, '');
  try {
    const addresses = await answering(root, role);
    const items = icsItemsOfRoles(suite, [role]);
    writeFileSync(output, `${targetLines({ output, role, addresses, items }).join('\n')}\n`);
    for (const [key, { address, answers }] of Object.entries(addresses))
      terminal.line(`${key.padEnd(13)} ${address} ${answers ? 'answers' : 'does not answer; correct it'}`);
    terminal.line(`written       ${output}`);
    terminal.line(`open          names, credentials and ${items.length} ICS items: see the comments in it`);
    terminal.line(`next          npx flowproof check --target ${output}`);
    return ExitCode.conformant;
  } finally {
    await closeExternalStages();
  }
}

type Addresses = { readonly [key: string]: { readonly address: string; readonly answers: boolean } };

const KEYS: { readonly [role in SyncMLRole]: readonly (readonly [key: string, path: string])[] } = {
  'dm-server': [
    ['address', PATHS.messages],
    ['trigger', PATHS.triggers],
  ],
  'dm-gateway': [
    ['address', PATHS.messages],
    ['notification', PATHS.notifications],
  ],
  'dm-client': [
    ['notification', PATHS.notifications],
    ['trigger', PATHS.triggers],
  ],
};

async function answering(root: string, role: SyncMLRole): Promise<Addresses> {
  const target = completeTarget({ name: root, roles: [role], link: 'http', ics: {} }, (path) => path);
  const { link } = openOutside(target, 'init', root);
  const found = KEYS[role].map(async ([key, path]) => {
    const address = root + path;
    const { ok } = await answersAt({ name: 'reachable', url: address, key }, link, PROBE_LIMIT);
    return [key, { address, answers: ok }] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

interface Described {
  readonly output: string;
  readonly role: SyncMLRole;
  readonly addresses: Addresses;
  readonly items: readonly string[];
}

function targetLines({ output, role, addresses, items }: Described): readonly string[] {
  const isServer = role === 'dm-server';
  return [
    schemaLine(output),
    'name: My product # product and version, as the reports print it',
    `roles: [${role}]`,
    'link: http',
    'management: # docs/profiles/gateway-fan-out.md says how they talk',
    ...Object.entries(addresses).map(([key, { address }]) => addressLine(key, address)),
    `  serverID: com.example.server # ${isServer ? 'of the product' : 'that the product knows its server by'}`,
    `  deviceID: urn:example:device # ${isServer ? 'that the product knows the gateway by' : 'of the product'}`,
    ...(role === 'dm-gateway' ? ['  gatewayServerID: com.example.gateway # to its devices'] : []),
    `  testerPort: ${TESTER_PORT} # tell the product: its ${isServer ? 'gateway takes package 0' : 'server'} is http://127.0.0.1:${TESTER_PORT}${isServer ? PATHS.notifications : PATHS.messages}`,
    `  # password: \${DEVICE_PASSWORD} takes it from the environment`,
    '  client: { authentication: md5 }',
    '  server: { authentication: md5 }',
    'ics:',
    ...items.map((item) => `  ${item}: # declare true or false`),
  ];
}

function addressLine(key: string, address: string): string {
  return key === 'trigger' ? `  trigger: { url: "${address}" }` : `  ${key}: "${address}"`;
}
