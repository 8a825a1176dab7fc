import { existsSync, writeFileSync } from 'node:fs';
import { closeExternalStages } from '../cast/open-stage';
import { ConfigError } from '../config/config-error';
import { SYNCML_ROLES } from '../config/syncml-roles';
import type { Target } from '../config/target';
import { completeTarget } from '../config/target-defaults';
import { type CseIdentity, type ProbedItems, probeIdentity, probeItems } from '../run/probe-target';
import { icsItemsOfRoles, loadSuite } from '../run/suite';
import { ExitCode } from '../verdict/exit-code';
import { initManagement } from './init-management';
import { schemaLine } from './schema-line';
import type { Terminal } from './terminal';

export interface InitOptions {
  readonly url: string;
  readonly output: string;
  readonly originator: string;
  readonly resourceName?: string;
  readonly force: boolean;
  /** A role that speaks SyncML; a CSE where it is absent. */
  readonly role?: string;
}

/** The shorthand of the CSEBase, then names that are common. */
const COMMON_NAMES = ['-', 'cse-base', 'cse-in', 'in-cse', 'cse'];

/** `flowproof init`: asks a running target who it is and what it does, and writes a description to complete. */
export async function initCommand(options: InitOptions, terminal: Terminal): Promise<number> {
  refuseUnusable(options);
  const suite = await loadSuite();
  const role = SYNCML_ROLES.find((known) => known === options.role);
  if (role !== undefined) return initManagement({ ...options, role }, suite, terminal);
  try {
    const { identity, target } = await findTarget(options);
    terminal.line(`${options.url} is ${identity.cseID}, CSEBase ${identity.resourceName}`);
    const items = await probeItems(target);
    const known = icsItemsOfRoles(suite, target.roles);
    writeFileSync(options.output, targetFile(target, items, { known, output: options.output }));
    const open = known.filter((item) => items[item] === undefined);
    terminal.line(`written   ${options.output}`);
    terminal.line(
      `declared  ${Object.keys(items).length} ICS items as the target answered; correct what is wrong`,
    );
    if (open.length > 0) terminal.line(`open      ${open.join(', ')}: declare each as true or false`);
    terminal.line(`next      npx flowproof check --target ${options.output}`);
    return ExitCode.conformant;
  } finally {
    await closeExternalStages();
  }
}

function refuseUnusable({ url, output, force, role }: InitOptions): void {
  const problems = [];
  if (!/^https?:\/\/[^/?#]+[^?#]*$/.test(url)) {
    const message = 'expected an http or https address, such as http://127.0.0.1:8080';
    problems.push({ where: '--url', path: url, message });
  }
  if (role !== undefined && !SYNCML_ROLES.some((known) => known === role)) {
    const message = `expected one of ${SYNCML_ROLES.join(', ')}; a CSE needs no --role`;
    problems.push({ where: '--role', path: role, message });
  }
  if (existsSync(output) && !force) {
    const advice = 'choose another --output, or --force to overwrite';
    problems.push({ where: '--output', path: output, message: 'the file exists', advice });
  }
  if (problems.length > 0) throw new ConfigError('The target cannot be described', problems);
}

async function findTarget(options: InitOptions): Promise<{ identity: CseIdentity; target: Target }> {
  const draft = describe(options, { cseID: '/unknown', resourceName: '-', releaseVersions: [] });
  const names = options.resourceName === undefined ? COMMON_NAMES : [options.resourceName];
  const identity = await probeIdentity(draft, names);
  if (typeof identity !== 'string') return { identity, target: describe(options, identity) };
  const advice = 'check that it runs, and give --originator and --resource-name as the target has them';
  throw new ConfigError('The target does not say who it is', [
    { where: options.url, path: '', message: identity, advice },
  ]);
}

function describe({ url, originator }: InitOptions, identity: CseIdentity): Target {
  const { cseID, resourceName, releaseVersions } = identity;
  const releaseVersion = releaseVersions.includes('3') ? '3' : (releaseVersions.at(-1) ?? '3');
  const cse = { url, cseID, resourceName, adminOriginator: originator, releaseVersion };
  const file = {
    name: `CSE ${cseID}`,
    roles: ['group-hosting-cse', 'member-hosting-cse'],
    link: 'http',
    cse,
    ics: {},
  } as const;
  return completeTarget(file, (path) => path);
}

function targetFile(
  { name, roles, cse }: Target,
  items: ProbedItems,
  { known, output }: { readonly known: readonly string[]; readonly output: string },
): string {
  const text = (value: string): string => JSON.stringify(value);
  return [
    schemaLine(output),
    `name: ${text(name)} # product and version, as the reports print it`,
    `roles: [${roles.join(', ')}]`,
    'link: http',
    'cse:',
    `  url: ${text(cse.url ?? '')}`,
    `  cseID: ${text(cse.cseID)}`,
    `  resourceName: ${text(cse.resourceName)}`,
    `  adminOriginator: ${text(cse.adminOriginator)}`,
    `  releaseVersion: ${text(cse.releaseVersion)}`,
    'ics:',
    ...known.map((item) => `  ${item}: ${items[item] ?? ' # declare true or false'}`.replace(':  #', ': #')),
    '',
  ].join('\n');
}
