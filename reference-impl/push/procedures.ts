import type { PushOutcome, PushReport, PushRequest } from '../../protocol/model/dm2-push';
import type { Refusal } from '../../protocol/model/refusal';
import type { BasicProof, Challenge, ReceivedCredentials } from '../dm2/received-credentials';
import type { PushAccount } from './push-config';
import type { PushJob, PushService } from './push-service';

/** A message of a server, of which the body is not read yet. @see dm2.md 8.1 */
export interface PushMessage {
  readonly credentials?: ReceivedCredentials;
  /** Never rejects. */
  read(): Promise<PushRequest | Refusal>;
}

export type PushReply =
  | { readonly kind: 'taken'; readonly pushID: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly challenges?: readonly Challenge[] };

/** One try to tell somebody something. */
export interface Telling {
  readonly attempts: number;
  /** No answer is none. */
  readonly status: number | undefined;
}

/** Every decision of a push service, so that a composition can replace one. */
export interface PushProcedures {
  /** @see dm2.md 8.1, B.2 step 1 */
  receiveRequest(service: PushService, message: PushMessage): Promise<PushReply>;
  /** Whether somebody may ask at all. */
  isWelcome(service: PushService, credentials: ReceivedCredentials | undefined): boolean;
  isAccountProven(account: PushAccount, credentials: BasicProof): boolean;
  challengesFor(service: PushService): readonly Challenge[];
  /** Takes a request; the same once more is none. */
  admitRequest(service: PushService, request: PushRequest): Refusal | undefined;
  refuseHosts(service: PushService, request: PushRequest): Refusal | undefined;
  /** Nothing goes anywhere else. */
  isHostAllowed(service: PushService, address: string): boolean;
  /** @see dm2.md 8.1, 409 */
  isSameRequest(one: PushRequest, other: PushRequest): boolean;
  hasRoom(service: PushService): boolean;
  rememberJob(service: PushService, job: PushJob): void;

  /** Delivers, and tells how it went. */
  carryOut(service: PushService, job: PushJob): Promise<void>;
  /** @see dm2.md 8.2, B.2 step 2 */
  deliver(service: PushService, job: PushJob): Promise<PushOutcome>;
  tryToDeliver(service: PushService, job: PushJob): Promise<number | undefined>;
  /** How it ended; nothing where it may be tried again. */
  outcomeOf(status: number | undefined): PushOutcome | undefined;
  isWorthRepeating(status: number | undefined): boolean;
  isRepeated(service: PushService, telling: Telling): boolean;
  isExpired(service: PushService, request: PushRequest): boolean;
  /** Until the next try, or until it is of no use any more. */
  waitingTime(service: PushService, request: PushRequest): number;

  /** Until it is acknowledged. @see dm2.md 8.3 */
  reportOutcome(service: PushService, job: PushJob): Promise<void>;
  reportOf(job: PushJob): PushReport;
  tryToReport(service: PushService, address: string, report: PushReport): Promise<number | undefined>;
}
