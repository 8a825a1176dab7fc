import { encodeHttpRequest } from '../../protocol/codec/onem2m-http';
import { fromHttpPath } from '../../protocol/model/identifier';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { ResponseTypeValue } from '../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { Inconclusive } from '../verdict/deviation';
import { Originator } from './originator';
import type { CseStage } from './stage';

/** How long a report takes, in milliseconds of the scenario's time. */
const REPORT_AFTER = 1000;

/** A scripted CSE as far as its reports need it. */
export interface Reporter {
  readonly name: string;
  readonly cseID: string;
  /** What it would say if it answered at once. */
  answer(request: RequestPrimitive): Promise<ResponsePrimitive>;
}

/**
 * The results that a scripted CSE reports by itself: it accepts a non-blocking request and notifies later. It does not
 * know for which resources it is to do so. @see IGO 2.2 step 4, TS-0004 7.5.1.2.5
 */
export class SelfReports {
  readonly #stage: CseStage;
  readonly #reporter: Reporter;
  #accepted = 0;
  /** What it was asked and cannot play. */
  #unplayable: string | undefined;

  constructor(stage: CseStage, reporter: Reporter) {
    this.#stage = stage;
    this.#reporter = reporter;
  }

  /** Inconclusive where the target asked for a mode that this tester does not have. */
  check(): void {
    if (this.#unplayable !== undefined) throw new Inconclusive(this.#unplayable);
  }

  /** Accepts a request that asks for a later report, and reports `times` times; answers `undefined` to any other. */
  accept(request: RequestPrimitive, times: number): ResponsePrimitive | undefined {
    const { responseType, requestIdentifier } = request;
    if (responseType?.value === ResponseTypeValue.nonBlockingRequestSynch)
      this.#unplayable = `${this.#reporter.name} reports by itself and was asked to keep its results for polling`;
    if (responseType?.value !== ResponseTypeValue.nonBlockingRequestAsynch) return undefined;
    this.#accepted += 1;
    const delay = REPORT_AFTER * this.#stage.target.ixit.timeScale;
    this.#stage.time.after(delay, () => void this.#report(request, times));
    const uri = `${this.#reporter.cseID}/request${this.#accepted}`;
    return {
      responseStatusCode: RSC.ACCEPTED_NON_BLOCKING_REQUEST_ASYNCH,
      requestIdentifier,
      content: { kind: 'uri', uri },
    };
  }

  async #report(request: RequestPrimitive, times: number): Promise<void> {
    const { responseType, ...blocking } = request;
    const result = await this.#reporter.answer(blocking);
    const targets = responseType?.notificationURIs ?? [request.from ?? this.#stage.cse.cseID];
    for (const target of targets) await this.#send(target, result, times);
  }

  /** The same notification so many times: a repetition has the identifier of the first. */
  async #send(target: string, result: ResponsePrimitive, times: number): Promise<void> {
    const { name, cseID } = this.#reporter;
    const requestIdentifier = this.#stage.unique('report');
    const { url, to } = whereTo(target, this.#stage.cse.url);
    const notification: RequestPrimitive = {
      operation: 'notify',
      from: cseID,
      to,
      requestIdentifier,
      releaseVersionIndicator: this.#stage.cse.releaseVersion,
      content: { kind: 'response', response: result },
    };
    const sender = new Originator(this.#stage, name, cseID);
    const { names } = this.#stage.target;
    for (let time = 0; time < times; time += 1)
      await sender.transmit(encodeHttpRequest(url, notification, { names })).catch(() => undefined);
  }
}

/** A URL says where to go; whatever else is notified is reached through the CSE that asked. */
function whereTo(target: string, pointOfAccess: string): { url: string; to: string } {
  if (!/^https?:/.test(target)) return { url: pointOfAccess, to: target };
  if (target.startsWith(`${pointOfAccess}/`))
    return { url: pointOfAccess, to: fromHttpPath(target.slice(pointOfAccess.length)) ?? '' };
  const { origin, pathname } = new URL(target);
  return { url: origin, to: fromHttpPath(pathname) ?? '' };
}
