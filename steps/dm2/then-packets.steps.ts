import type { DataTable } from '@cucumber/cucumber';
import { check } from '../../harness/verdict/check';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { sessionOver } from './client-sessions';
import { notificationNumber, partOf } from './packet-parts';
import { type Packet, packetsOf } from './packets';
import { waitFor } from './patience';
import { playOf } from './play';

consequence('{packet} has:', async function (this: FlowproofWorld, kind: string, table: DataTable) {
  await waitForPackage(this, kind);
  const packets = packetsOf(this, kind);
  check(packets.length > 0, kind, 'one', 'none');
  for (const packet of packets) {
    for (const [part = '', value = ''] of table.raw()) checkPart(this, { kind, packet, part, value });
  }
});

/** A client may take its time to come. */
async function waitForPackage(world: FlowproofWorld, kind: string): Promise<void> {
  const play = playOf(world);
  if (play.scene.role !== 'dm-client' || kind !== 'package 1' || play.arrivals.length > 0) return;
  const { server } = play.scene;
  const { sessions, arrivals } = play.mark;
  if (
    await waitFor(
      world,
      server.changes.until(() => play.arrivals.length > 0),
    )
  )
    await sessionOver(world, { sessions, arrivals });
}

interface Row {
  readonly kind: string;
  readonly packet: Packet;
  readonly part: string;
  readonly value: string;
}

function checkPart(world: FlowproofWorld, row: Row): void {
  const actual = row.part === 'statuses' ? statusesIn(world, row) : partOf(world, row.packet, row.part);
  const { expected, holds } = demandOf(world, row, actual);
  check(holds, `${row.part} in ${row.kind}`, expected, actual ?? 'absent');
}

/** A server may have the results in as many packages as it likes: all of them together count. @see X-DM2-09 */
function statusesIn(world: FlowproofWorld, { kind, packet, part }: Row): string | undefined {
  if (playOf(world).scene.role !== 'dm-server' || kind !== 'package 3') return partOf(world, packet, part);
  const taken = packetsOf(world, 'every package 3').filter(({ answeredWith }) => answeredWith === 200);
  return String(taken.reduce((sum, one) => sum + Number(partOf(world, one, part) ?? 0), 0));
}

interface Demand {
  readonly expected: string;
  readonly holds: boolean;
}

function demandOf(world: FlowproofWorld, row: Row, actual: string | undefined): Demand {
  const { part, value } = row;
  const [, most] = /^at most (\d+)$/.exec(value) ?? [];
  if (most !== undefined) return { expected: value, holds: Number(actual) <= Number(most) };
  if (part === 'MOS' && value === 'DevInfo')
    return { expected: 'DevInfo among them', holds: actual?.includes('devinfo') === true };
  switch (value) {
    case 'there':
    case '(any)':
      return { expected: 'something', holds: actual !== undefined };
    case 'absent':
      return { expected: 'nothing', holds: actual === undefined };
    case 'there, if any':
      return { expected: value, holds: true };
    case 'a notification':
      return { expected: 'a notification in base64', holds: isNotificationText(actual) };
    case 'another than before': {
      const earlier = earlierNumber(world);
      return { expected: `another than ${earlier}`, holds: actual !== undefined && actual !== earlier };
    }
    default: {
      const expected = meant(world, row);
      return { expected, holds: actual === expected };
    }
  }
}

/** What a value of a table stands for. */
function meant(world: FlowproofWorld, { kind, packet, value }: Row): string {
  const { scene } = playOf(world);
  const { addresses, account } = scene.stage;
  switch (value) {
    case 'its own name':
      return kind === 'the notification' ? account.serverID : account.deviceID;
    case 'that of the notification':
      return String(notificationNumber(world, packetsOf(world, 'the notification')[0]));
    case 'that of the Link':
      return packet.link ?? 'that of the Link';
    case 'that of package 1':
      return kind === 'package 1' ? addresses.server : (packet.openedAt ?? '');
    case 'that of the DM Server':
      return addresses.server;
    case 'elsewhere':
      return `${addresses.elsewhere}/dm`;
    case 'that of the device':
      return addresses.notification;
    case 'that of the request':
      return scene.asker.asked.at(-1)?.request.pushID ?? '';
    default:
      return value;
  }
}

/** Of the one before the latest. */
function earlierNumber(world: FlowproofWorld): string {
  const { notifications } = playOf(world).scene.client;
  return String(notifications.at(-2)?.notification?.notificationID);
}

function isNotificationText(text = ''): boolean {
  const octets = Buffer.from(text, 'base64');
  return octets.length > 0 && octets.length <= 1024 && octets.toString('base64') === text;
}
