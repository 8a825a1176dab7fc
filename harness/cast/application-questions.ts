import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { ResponseTypeValue } from '../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { type AcceptedRequest, requestRepresentation } from './application-request';
import { aggregated, type MemberResult } from './application-results';
import type { HostedResource } from './hosted-resource';

/** Where the questions of an application come in. */
export interface QuestionSurroundings {
  /** The hosted resource that an address names, in whatever form. */
  locate(address: string): HostedResource | undefined;
  unique(prefix: string): string;
  /** Name of the CSEBase, under which <request> resources stand. */
  readonly baseName: string;
}

/** @see TS-0004 7.3.2.3 */
const ACCEPTED_WITH: { readonly [responseType: number]: number } = {
  [ResponseTypeValue.nonBlockingRequestSynch]: RSC.ACCEPTED_NON_BLOCKING_REQUEST_SYNCH,
  [ResponseTypeValue.nonBlockingRequestAsynch]: RSC.ACCEPTED_NON_BLOCKING_REQUEST_ASYNCH,
};

/**
 * The part of the tester's CSE that takes requests to fan-out points: it accepts at once what is to be answered later,
 * makes a <request> resource of it, and shows there what the scenario has it keep. It asks no member and sends nothing.
 */
export class ApplicationQuestions {
  readonly #surroundings: QuestionSurroundings;
  readonly #accepted: AcceptedRequest[] = [];
  readonly #asked: RequestPrimitive[] = [];
  readonly #inquiries: RequestPrimitive[] = [];
  readonly #kept: MemberResult[] = [];
  #awaiting: (() => void)[] = [];

  constructor(surroundings: QuestionSurroundings) {
    this.#surroundings = surroundings;
  }

  /** Requests to fan-out points, in the order in which they came. */
  get asked(): readonly RequestPrimitive[] {
    return this.#asked;
  }

  /** What asks for results of the first question: retrieves of <request> resources, and later questions. */
  get inquiries(): readonly RequestPrimitive[] {
    return this.#inquiries;
  }

  /** What inquiries find from now on. */
  keep(results: readonly MemberResult[]): void {
    this.#kept.push(...results);
  }

  /** Resolves once it holds; it is looked at now and after each question and inquiry. */
  async until(holds: () => boolean): Promise<true> {
    while (!holds()) await new Promise<void>((resolve) => this.#awaiting.push(resolve));
    return true;
  }

  /** Whether both addresses name the same hosted resource. */
  same(one: string, other: string): boolean {
    const located = this.#surroundings.locate(one);
    return located !== undefined && located === this.#surroundings.locate(other);
  }

  /** The group to whose fan-out point a request goes. */
  groupAskedBy({ to }: RequestPrimitive): HostedResource | undefined {
    const hosted = to.endsWith('/fopt') ? this.#surroundings.locate(to.slice(0, -'/fopt'.length)) : undefined;
    return hosted?.typeName === 'group' ? hosted : undefined;
  }

  /** `undefined`: the request is of no concern here. */
  answerTo(request: RequestPrimitive): ResponsePrimitive | undefined {
    if (this.groupAskedBy(request)) return this.#take(request);
    const accepted = this.#accepted.find(({ name }) => request.to.endsWith(`/${name}`));
    return accepted && this.#show(request, accepted);
  }

  #take(request: RequestPrimitive): ResponsePrimitive {
    if (this.#asked.length > 0) this.#inquiries.push(request);
    this.#asked.push(request);
    this.#tellWaiting();
    const { requestIdentifier, responseType } = request;
    const accepted = ACCEPTED_WITH[responseType?.value ?? ResponseTypeValue.blockingRequest];
    if (accepted === undefined) {
      const content = aggregated(request, this.#keptFor(request));
      return { responseStatusCode: RSC.OK, requestIdentifier, content };
    }
    const name = this.#surroundings.unique('req');
    this.#accepted.push({ name, request });
    const uri = `${this.#surroundings.baseName}/${name}`;
    return { responseStatusCode: accepted, requestIdentifier, content: { kind: 'uri', uri } };
  }

  #show(inquiry: RequestPrimitive, accepted: AcceptedRequest): ResponsePrimitive {
    const { requestIdentifier, operation } = inquiry;
    if (operation === 'delete') return { responseStatusCode: RSC.DELETED, requestIdentifier };
    if (operation !== 'retrieve') return { responseStatusCode: RSC.OPERATION_NOT_ALLOWED, requestIdentifier };
    this.#inquiries.push(inquiry);
    this.#tellWaiting();
    const found = this.#keptFor(accepted.request);
    const members = this.groupAskedBy(accepted.request)?.memberIDs ?? [];
    const resource = requestRepresentation(accepted, {
      results: found.filter((kept) => this.#isWanted(inquiry, kept)),
      isComplete: found.length >= members.length,
    });
    return { responseStatusCode: RSC.OK, requestIdentifier, content: { kind: 'resource', resource } };
  }

  #keptFor(request: RequestPrimitive): readonly MemberResult[] {
    return this.#kept.filter((kept) => this.#isWanted(request, kept));
  }

  /** A request that names no members is for all of them. */
  #isWanted({ groupRequestTargetMembers }: RequestPrimitive, { member }: MemberResult): boolean {
    return groupRequestTargetMembers?.some((address) => this.same(address, member)) ?? true;
  }

  #tellWaiting(): void {
    const awaiting = this.#awaiting;
    this.#awaiting = [];
    for (const lookAgain of awaiting) lookAgain();
  }
}
