import { decodePushRequest, encodePushAcceptance, encodePushReport } from '../../../protocol/codec/dm2/push';
import type { PushReport, PushRequest } from '../../../protocol/model/dm2-push';
import { NOTIFICATION_MEDIA_TYPE } from '../../../protocol/tables/dm2/identifiers';
import { misbehave } from '../../links/misbehaviour';
import { Changes } from '../management/changes';
import { ACTOR_OF_PLACE } from './places';
import { type RawAnswer, sendRaw } from './raw-message';
import type { DM2Stage } from './stage';

/** What the push tester does with requests; a scenario changes it. */
export interface PushHabits {
  /** Refuses with this status. */
  readonly refusesWith: number | undefined;
  readonly isOutOfReach: boolean;
  /** What becomes of a notification that was accepted. */
  readonly delivery: 'at once' | 'never' | 'undeliverable' | 'late';
}

export const PUSH_BY_THE_BOOK: PushHabits = {
  refusesWith: undefined,
  isOutOfReach: false,
  delivery: 'at once',
};

/** How long `takes a while` is, in milliseconds of the target's time. */
const A_WHILE = 3_000;

/** What came to where push requests are taken. */
export interface TakenPush {
  readonly headers: Headers;
  readonly octets: Uint8Array;
  readonly at: number;
  readonly request?: PushRequest;
  readonly why?: string;
}

/** A tester that plays the Push Service: it takes push requests, delivers, and reports. @see dm2.md 8 */
export class PushTester {
  readonly stage: DM2Stage;
  habits: PushHabits = PUSH_BY_THE_BOOK;
  readonly taken: TakenPush[] = [];
  /** Octets as they were brought to a device, which may still owe its answer. */
  readonly deliveries: { readonly octets: Uint8Array }[] = [];
  readonly changes = new Changes();
  failure: unknown;
  #isOver = false;

  constructor(stage: DM2Stage) {
    this.stage = stage;
  }

  async take(request: Request): Promise<Response> {
    const { headers } = request;
    const octets = new Uint8Array(await request.arrayBuffer());
    const read = decodePushRequest(octets);
    const at = this.stage.time.now();
    this.taken.push({
      headers,
      octets,
      at,
      ...(read.ok ? { request: read.value } : { why: `${read.fault.where}: ${read.fault.detail}` }),
    });
    this.changes.happened();
    const { refusesWith, isOutOfReach } = this.habits;
    if (isOutOfReach) return misbehave(new Response(null), 'close-without-answer');
    if (refusesWith !== undefined) return new Response(null, { status: refusesWith });
    if (!read.ok) return new Response(read.fault.detail, { status: 400 });
    this.#carryOut(read.value);
    return new Response(encodePushAcceptance(read.value.pushID), {
      status: 202,
      headers: { 'content-type': 'application/json' },
    });
  }

  #carryOut(request: PushRequest): void {
    const { delivery } = this.habits;
    if (delivery === 'never') return;
    const wait = delivery === 'late' ? A_WHILE * this.stage.target.ixit.timeScale : 0;
    this.stage.time.after(wait, () => {
      if (this.#isOver) return;
      this.#deliverAndReport(request, delivery === 'undeliverable').catch((failure: unknown) => {
        this.failure = failure;
      });
    });
  }

  /** Nothing that it has accepted is delivered any more. */
  close(): void {
    this.#isOver = true;
  }

  async #deliverAndReport(request: PushRequest, failsAlways: boolean): Promise<void> {
    const { pushID, address, content, reportTo } = request;
    const status = failsAlways ? undefined : (await this.deliver(content, address)).status;
    if (reportTo === undefined) return;
    const isDelivered = status !== undefined && status >= 200 && status < 300;
    const outcome = isDelivered ? 'delivered' : status === undefined ? 'undeliverable' : 'refused';
    const report: PushReport = {
      pushID,
      outcome,
      attempts: failsAlways ? 4 : 1,
      ...(status !== undefined && { status }),
    };
    await this.#post(reportTo, 'application/json', new TextEncoder().encode(encodePushReport(report)));
  }

  /** Brings octets to a device. */
  async deliver(
    octets: Uint8Array,
    address = this.stage.addresses.notification,
    mediaType = NOTIFICATION_MEDIA_TYPE,
  ): Promise<RawAnswer> {
    this.deliveries.push({ octets });
    this.changes.happened();
    return this.#post(address, mediaType, octets);
  }

  #post(url: string, mediaType: string, body: Uint8Array): Promise<RawAnswer> {
    const { time, target } = this.stage;
    const link = this.stage.linkOf(ACTOR_OF_PLACE.push);
    const message = { method: 'POST', url, headers: [['Content-Type', mediaType]] as const, body };
    return sendRaw({ link, time, limit: target.ixit.responseTimeout }, message);
  }
}
