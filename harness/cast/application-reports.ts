import { encodeHttpRequest } from '../../protocol/codec/onem2m-http';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import { ResponseTypeValue } from '../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { Inconclusive } from '../verdict/deviation';
import type { ApplicationCse } from './application-cse';
import { aggregated, type MemberResult } from './application-results';
import type { Outcome } from './originator';
import { sendToApplication } from './send-to-application';
import type { Stage } from './stage';

/** A result message, and where it goes. */
interface Report {
  readonly url: string;
  readonly message: RequestPrimitive;
}

/**
 * The result messages that the tester's CSE sends about the first question of the application. It sends what it is told
 * and knows what was answered, not whether that was right. @see IGO 2.2 step 5
 */
export class ApplicationReports {
  readonly #stage: Stage;
  readonly #cse: ApplicationCse;
  #latest: Report | undefined;
  #outcome: Outcome | undefined;
  #inquiriesBefore = 0;

  constructor(stage: Stage, cse: ApplicationCse) {
    this.#stage = stage;
    this.#cse = cse;
  }

  /** Identifier of the latest message. */
  get requestIdentifier(): string | undefined {
    return this.#latest?.message.requestIdentifier;
  }

  /** What came of sending the latest message the last time. */
  get outcome(): Outcome | undefined {
    return this.#outcome;
  }

  /** How many inquiries there had been when a message was sent last. */
  get inquiriesBefore(): number {
    return this.#inquiriesBefore;
  }

  /** Sends a new message with these results, and waits for its answer. */
  async send(results: readonly MemberResult[]): Promise<void> {
    this.#latest = this.#compose(results);
    await this.sendAgain();
  }

  /** Sends the latest message again, the same bytes, and waits for its answer. */
  async sendAgain(): Promise<void> {
    if (this.#latest === undefined) throw new Error('there is no message yet that could be sent again');
    this.#inquiriesBefore = this.#cse.questions.inquiries.length;
    const { url, message } = this.#latest;
    const { names } = this.#stage.target;
    this.#outcome = await sendToApplication(this.#stage, encodeHttpRequest(url, message, { names }));
  }

  #compose(results: readonly MemberResult[]): Report {
    const [question] = this.#cse.questions.asked;
    if (question === undefined) throw new Inconclusive('the application has asked no group');
    const { target, unique } = this.#stage;
    const to = notificationTarget(question);
    const url = isUrl(to) ? to : this.#cse.pointOfAccess;
    if (url === undefined) throw new Inconclusive(`"${to}" is to be notified and has no point of access`);
    const { requestIdentifier } = question;
    const response = {
      responseStatusCode: RSC.OK,
      requestIdentifier,
      content: aggregated(question, results),
    };
    const message: RequestPrimitive = {
      operation: 'notify',
      to,
      from: target.cse.cseID,
      requestIdentifier: unique('report'),
      releaseVersionIndicator: target.cse.releaseVersion,
      content: { kind: 'response', response },
    };
    return { url, message };
  }
}

/** The first of those that the question names, else whoever asked. @see TS-0004 7.5.1.2.5 */
function notificationTarget({ responseType, from = '' }: RequestPrimitive): string {
  if (responseType?.value !== ResponseTypeValue.nonBlockingRequestAsynch)
    throw new Inconclusive('the application did not ask to be notified of results');
  const [first] = responseType.notificationURIs ?? [from];
  if (first === undefined) throw new Inconclusive('the application wants nobody to be notified of results');
  return first;
}

function isUrl(address: string): boolean {
  return /^https?:\/\//i.test(address);
}
