/**
 * Measures what design section 7 promises and prints it: `npm run bench`, after `npm run build`. It judges nothing; the
 * budgets that hold on any machine are tests. With ACME_URL set, as start-acme.ts sets it, ACME is compared too.
 */
import { codecCost } from './codec-cost';
import { commandCost, withReportFolder } from './command-cost';
import { measureDeviceFanOut } from './device-fan-out-cost';
import { measureLocalFanOut } from './fan-out-cost';
import { compareFanOut } from './other-cse';
import { referenceInProcess } from './reference-cse';
import { measureSockets, retrieveCost } from './socket-cost';

const LOCAL_MEMBERS = [100, 1_000, 10_000];
const REMOTE_MEMBERS = 200;
const SYNCML_COMMANDS = 100;
const DEVICES = 1_000;
const ACME_MEMBERS = 100;
const ACME = { base: 'cse-in', originator: 'CAdmin' };

function print(what: string, value: string): void {
  console.log(`${what.padEnd(58)}${value}`);
}

function microseconds(milliseconds: number): string {
  return `${(milliseconds * 1_000).toFixed(0)} us`.padStart(9);
}

async function benchCommands(): Promise<void> {
  await withReportFolder(async (folder) => {
    const run = await commandCost(['run', '--report-dir', folder], /passed|failed/);
    print('first verdict, from the start of the process', `${(run.milliseconds / 1_000).toFixed(2)} s`);
    print('whole suite on the reference, as the run itself says', run.said ?? 'not said');
  });
  const selftest = await commandCost(['selftest'], /\n.*\n$/);
  print('selftest', selftest.said ?? 'not said');
}

async function benchInProcess(): Promise<void> {
  for (const members of LOCAL_MEMBERS) {
    const { perMember, makingPerMember, heapGrowth } = await measureLocalFanOut(members);
    const memory = `heap ${(heapGrowth / 2 ** 20).toFixed(0)} MiB`;
    const times = `${microseconds(perMember.wallMilliseconds)} wall ${microseconds(perMember.cpuMilliseconds)} cpu`;
    print(`fan-out to ${members} local members, per member`, `${times}  ${memory}`);
    print(
      `making ${members} members and their group, per member`,
      `${microseconds(makingPerMember.wallMilliseconds)} wall`,
    );
  }
  const cse = referenceInProcess();
  const { wallMilliseconds } = await retrieveCost(cse);
  cse.close();
  print('retrieve in process', `${microseconds(wallMilliseconds)} wall`);
}

async function benchDevices(): Promise<void> {
  const { whole, heapGrowth } = await measureDeviceFanOut(DEVICES);
  const times = `${whole.wallMilliseconds.toFixed(0)} ms wall ${whole.cpuMilliseconds.toFixed(0)} ms cpu`;
  const memory = `heap ${(heapGrowth / 2 ** 20).toFixed(0)} MiB`;
  print(`fan-out over SyncML to ${DEVICES} devices, results read`, `${times}  ${memory}`);
}

async function benchSockets(): Promise<void> {
  const { retrieve, perMember } = await measureSockets(REMOTE_MEMBERS);
  print('retrieve over HTTP', `${microseconds(retrieve.wallMilliseconds)} wall`);
  print(
    `fan-out over HTTP to ${REMOTE_MEMBERS} members at another CSE, per member`,
    `${microseconds(perMember.wallMilliseconds)} wall`,
  );
}

async function benchAcme(url: string | undefined): Promise<void> {
  if (url === undefined) {
    print('ACME', 'not measured: start it by scripts/acme/start-acme.ts -- npm run bench');
    return;
  }
  const { oursPerMember, theirsPerMember } = await compareFanOut(url, ACME, ACME_MEMBERS);
  print(`fan-out over HTTP to ${ACME_MEMBERS} local members: ours`, microseconds(oursPerMember));
  print(`fan-out over HTTP to ${ACME_MEMBERS} local members: ACME`, microseconds(theirsPerMember));
  print('ACME takes, of our time', `${(theirsPerMember / oursPerMember).toFixed(1)} times`);
}

async function benchCodec(): Promise<void> {
  const cost = await codecCost(SYNCML_COMMANDS);
  const what = `SyncML message of ${SYNCML_COMMANDS} commands`;
  print(`${what}, XML encoded, decoded`, `${microseconds(cost.encodeXml)} ${microseconds(cost.decodeXml)}`);
  print(`${what}, WBXML`, `${microseconds(cost.encodeWbxml)} ${microseconds(cost.decodeWbxml)}`);
  print(`${what}, fast-xml-parser`, `${microseconds(cost.otherEncodes)} ${microseconds(cost.otherDecodes)}`);
  const encodes = (cost.otherEncodes / cost.encodeXml).toFixed(1);
  const decodes = (cost.otherDecodes / cost.decodeXml).toFixed(1);
  print('fast-xml-parser takes, of our time', `${encodes} times to encode, ${decodes} times to decode`);
}

async function main(): Promise<void> {
  await benchInProcess();
  await benchCodec();
  await benchDevices();
  await benchSockets();
  await benchAcme(process.env.ACME_URL);
  await benchCommands();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
