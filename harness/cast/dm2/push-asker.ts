import { encodeAuthorization } from '../../../protocol/codec/dm2/authorization';
import { encodeNotification } from '../../../protocol/codec/dm2/notification';
import { decodePushAcceptance, decodePushReport, encodePushRequest } from '../../../protocol/codec/dm2/push';
import type { DM2Notification } from '../../../protocol/model/dm2-notification';
import type { PushReport, PushRequest } from '../../../protocol/model/dm2-push';
import { Changes } from '../management/changes';
import { ACTOR_OF_PLACE } from './places';
import { type RawAnswer, type RawMessage, sendRaw } from './raw-message';
import type { DM2Stage } from './stage';

export const REPORTS_PATH = '/push-reports/';

/** What came to where a server is told of outcomes. */
export interface TakenReport {
  readonly url: string;
  readonly headers: Headers;
  readonly octets: Uint8Array;
  readonly report?: PushReport;
  readonly why?: string;
  /** What the sender was answered. */
  readonly status: number;
}

/** A push request that the tester sent. */
export interface AskedPush {
  readonly request: PushRequest;
  readonly message: RawMessage;
  readonly answer: RawAnswer;
  /** What the push service called it in its answer. */
  readonly accepted: string | undefined;
}

/** The side of the DM Server that notifies: it writes notifications, asks a push service, and is told the outcome. @see dm2.md 7, 8 */
export class PushAsker {
  readonly stage: DM2Stage;
  /** Answers to reports, one after the other; 204 after them. */
  reportAnswers: readonly number[] = [];
  readonly asked: AskedPush[] = [];
  readonly reports: TakenReport[] = [];
  readonly changes = new Changes();
  #numbers: number;

  constructor(stage: DM2Stage) {
    this.stage = stage;
    this.#numbers = Math.floor(stage.time.now() / 1000) % NUMBERS;
  }

  /** A number that this server has not used lately. */
  nextNumber(): number {
    const known = lastNumbers.get(this.stage.target.name);
    this.#numbers = ((this.stage.disposable ? this.#numbers : (known ?? this.#numbers)) + 1) % NUMBERS;
    lastNumbers.set(this.stage.target.name, this.#numbers);
    return this.#numbers;
  }

  notification(change: Partial<DM2Notification> = {}): DM2Notification {
    return {
      serverID: this.stage.account.serverID,
      notificationID: change.notificationID ?? this.nextNumber(),
      timestamp: Math.floor(this.stage.time.now() / 1000),
      requestsObjects: false,
      ...change,
    };
  }

  octets(notification: DM2Notification): Uint8Array {
    return encodeNotification(notification, this.stage.account.notification);
  }

  request(content: Uint8Array): PushRequest {
    const { addresses, account } = this.stage;
    const pushID = this.stage.unique(`push-of-${account.serverID}`);
    const { origin } = new URL(addresses.server);
    return {
      pushID,
      address: addresses.notification,
      content,
      reportTo: `${origin}${REPORTS_PATH}${pushID}`,
    };
  }

  /** As it would travel. */
  written(request: PushRequest): RawMessage {
    const credentials = this.stage.pushCredentials;
    const authorization = credentials && encodeAuthorization({ scheme: 'basic', ...credentials });
    return {
      method: 'POST',
      url: this.stage.addresses.push,
      headers: [
        ['Content-Type', 'application/json'],
        ...(authorization === undefined ? [] : ([['Authorization', authorization]] as const)),
      ],
      body: new TextEncoder().encode(encodePushRequest(request)),
    };
  }

  async ask(request: PushRequest, message: RawMessage = this.written(request)): Promise<AskedPush> {
    const { time, target } = this.stage;
    const link = this.stage.linkOf(ACTOR_OF_PLACE.server);
    const answer = await sendRaw({ link, time, limit: target.ixit.responseTimeout }, message);
    const acceptance = decodePushAcceptance(answer.octets);
    const accepted = answer.status === 202 && acceptance.ok ? acceptance.value : undefined;
    const asked = { request, message, answer, accepted };
    this.asked.push(asked);
    this.changes.happened();
    return asked;
  }

  /** Takes a report. */
  async take(message: Request): Promise<Response> {
    const octets = new Uint8Array(await message.arrayBuffer());
    const read = decodePushReport(octets);
    const [status = 204, ...rest] = this.reportAnswers;
    this.reportAnswers = rest;
    this.reports.push({
      url: message.url,
      headers: message.headers,
      octets,
      status,
      ...(read.ok ? { report: read.value } : { why: `${read.fault.where}: ${read.fault.detail}` }),
    });
    this.changes.happened();
    return new Response(null, { status });
  }
}

const NUMBERS = 0x10000;

/** A target outside remembers the numbers of notifications from one scenario to the next. */
const lastNumbers = new Map<string, number>();
