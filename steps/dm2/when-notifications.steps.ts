import type { DataTable } from '@cucumber/cucumber';
import { Inconclusive } from '../../harness/verdict/deviation';
import type { PushRequest } from '../../protocol/model/dm2-push';
import { stimulus } from '../say';
import type { FlowproofWorld } from '../world';
import { serverURI } from './addresses';
import { begin } from './begin';
import { askPush, deliverNotification, type PushChange, sendPush } from './delivering';
import type { Flaw } from './flaws';
import { octetsOf } from './values';

stimulus('the Push Service delivers a notification', async function (this: FlowproofWorld) {
  await begin(this);
  await deliverNotification(this, []);
});

stimulus(
  'the Push Service delivers a notification with:',
  async function (this: FlowproofWorld, table: DataTable) {
    await begin(this);
    await deliverNotification(
      this,
      table.raw().map(([name = '', value = '']) => [name, value] as const),
    );
  },
);

stimulus(
  'the DM Server asks the Push Service to deliver a notification',
  async function (this: FlowproofWorld) {
    await begin(this);
    await askPush(this, {});
  },
);

stimulus(
  'the DM Server asks the Push Service to deliver a notification with:',
  async function (this: FlowproofWorld, table: DataTable) {
    const earlier = this.dm2.asker.asked.at(-1)?.request;
    await begin(this);
    const changes = table.raw().map(([name = '', value = '']) => changeOf(this, name, value, earlier));
    await askPush(this, Object.assign({}, ...changes));
  },
);

function changeOf(
  world: FlowproofWorld,
  name: string,
  value: string,
  earlier: PushRequest | undefined,
): PushChange {
  switch (name) {
    case 'Address':
      return { address: serverURI(world.dm2, value) ?? value };
    case 'Content':
      return { content: octetsOf(value) };
    case 'ReportTo':
      return value === 'absent' ? { isReportedTo: false } : { reportTo: value };
    case 'PushID':
      if (earlier === undefined) throw new Inconclusive('no push request was sent before');
      return { pushID: value === 'that of before' ? earlier.pushID : value };
    case 'DeliverBefore':
      return { deliverBefore: Math.floor(world.stage.time.now() / 1000) + scaledSeconds(world, value) };
    default:
      throw new Error(`"${name}" is no part that a push request can be given`);
  }
}

/** In time of the target, but for what is over; the wire knows whole seconds. */
function scaledSeconds(world: FlowproofWorld, text: string): number {
  const seconds = secondsOf(text);
  return seconds < 0 ? seconds : Math.max(1, Math.round(world.scaled(seconds)));
}

/** `in 60 seconds`, `7 seconds from now`, `a minute ago`. */
function secondsOf(text: string): number {
  const [, count = ''] = /(\d+)/.exec(text) ?? [];
  const amount = (count === '' ? 1 : Number(count)) * (text.includes('minute') ? 60 : 1);
  return text.endsWith('ago') ? -amount : amount;
}

stimulus('the DM Server sends a push request {flaw}', async function (this: FlowproofWorld, flaw: Flaw) {
  await begin(this);
  const { asker } = this.dm2;
  const request = asker.request(asker.octets(asker.notification()));
  await sendPush(this, request, await flaw.spoil(asker.written(request), this.dm2));
});

stimulus('the push request is sent again', async function (this: FlowproofWorld) {
  const earlier = this.dm2.asker.asked.at(-1);
  if (earlier === undefined) throw new Inconclusive('no push request was sent before');
  await begin(this);
  await sendPush(this, earlier.request, earlier.message);
});
