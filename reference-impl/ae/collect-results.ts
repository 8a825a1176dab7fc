import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { isFailure } from '../../protocol/model/response-primitive';
import type { Ae } from './ae';
import { type Collection, newCollection, type Question } from './collection';
import { composeRequest } from './compose-request';
import { resultsIn } from './results-in';

/** So many inquiries in a row may bring nothing new; the CSE may keep what it still has for others. */
const INQUIRIES_IN_VAIN = 10;

/**
 * Asks a group, and looks after the results until all of them are there, or no more are to be had: what messages do
 * not bring is inquired whenever there were no news for the time that the question says.
 * @see IGO 2.2 steps 1, 2 and 7, note 2
 */
export async function collectResults(ae: Ae, question: Question): Promise<ResponsePrimitive | undefined> {
  const collection = newCollection(question);
  const { requestIdentifier } = question.request;
  ae.collections.set(requestIdentifier, collection);
  const answer = await ae.ports.outbound.send(question.pointOfAccess, question.request);
  if (answer === undefined || isFailure(answer)) finish(ae, collection);
  else acceptedWith(ae, collection, answer);
  return answer;
}

/** Puts results of a question to the others; the last one ends it. @see IGO 2.2 step 7 */
export function collect(ae: Ae, collection: Collection, results: readonly ResponsePrimitive[]): void {
  const isNews = ae.procedures.keepResults(collection, results);
  if (ae.procedures.isComplete(collection)) finish(ae, collection);
  else if (isNews) {
    collection.inquiriesInVain = 0;
    waitForNews(ae, collection);
  }
}

/** A message may have come before the acceptance, and may have been the last. */
function acceptedWith(ae: Ae, collection: Collection, answer: ResponsePrimitive): void {
  if (answer.content?.kind === 'uri') collection.requestAddress = answer.content.uri;
  collect(ae, collection, resultsIn(answer));
  if (isOpen(ae, collection)) waitForNews(ae, collection);
}

function waitForNews(ae: Ae, collection: Collection): void {
  collection.callOff();
  const { inquireAfter } = collection.question.intent;
  collection.callOff = ae.ports.clock.after(inquireAfter, () => void inquireMissing(ae, collection));
}

async function inquireMissing(ae: Ae, collection: Collection): Promise<void> {
  const wish = ae.procedures.inquiry(collection);
  if (wish === undefined) return;
  collection.inquiriesInVain += 1;
  const { pointOfAccess } = collection.question;
  const answer = await ae.ports.outbound.send(pointOfAccess, composeRequest(ae, wish));
  if (!isOpen(ae, collection)) return;
  if (answer !== undefined) collect(ae, collection, resultsIn(answer));
  if (!isOpen(ae, collection)) return;
  const isInVain = collection.inquiriesInVain >= INQUIRIES_IN_VAIN;
  if (isInVain || (answer !== undefined && isFailure(answer))) finish(ae, collection);
  else waitForNews(ae, collection);
}

function isOpen({ collections }: Ae, collection: Collection): boolean {
  return collections.get(collection.question.request.requestIdentifier) === collection;
}

function finish({ collections }: Ae, collection: Collection): void {
  collection.callOff();
  collections.delete(collection.question.request.requestIdentifier);
}
