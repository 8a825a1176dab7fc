import { fromHttpPath } from '../../protocol/model/identifier';
import type { Exchange } from '../links/exchange';
import type { Scene } from './scene';

/** A request or an answer as it crossed the wire, in the words of a flow. */
export interface Message {
  /** Number of the exchange it belongs to. */
  readonly exchange: number;
  readonly from: string;
  readonly to: string;
  readonly kind: 'request' | 'answer';
  readonly operation: string;
  /** What the request was for: a name of the scenario, `the sub-group`, or undefined where it is neither. */
  readonly about?: string;
  /** What follows that name in the address. */
  readonly suffix: string;
  /** The creation of a group at a scripted CSE. */
  readonly createsGroup: boolean;
}

/**
 * The messages from a place in the sequence on, in the order in which they crossed the wire. The deletion of a helper
 * sub-group belongs to no flow: whoever made one deletes it when he thinks best. @see SOM 7.4.14.2.2
 */
export function messagesSince(scene: Scene, requestPlace: number): Message[] {
  const placed = scene.stage.exchanges().flatMap((exchange) => placedMessages(scene, exchange));
  return placed
    .filter(({ place, message }) => place >= requestPlace && !deletesSubGroup(message))
    .sort((one, other) => one.place - other.place)
    .map(({ message }) => message);
}

function deletesSubGroup({ operation, about, suffix }: Message): boolean {
  return operation === 'delete' && about === 'the sub-group' && suffix === '';
}

function placedMessages(scene: Scene, exchange: Exchange): { place: number; message: Message }[] {
  const request = messageOf(scene, exchange);
  const placed = [{ place: exchange.requestPlace, message: request }];
  if (exchange.answerPlace === undefined || !exchange.response) return placed;
  const answer: Message = { ...request, kind: 'answer', from: exchange.to, to: exchange.from };
  return [...placed, { place: exchange.answerPlace, message: answer }];
}

function messageOf(scene: Scene, { id, from, to, request }: Exchange): Message {
  const type = /;\s*ty=(\d+)/.exec(request.headers['content-type'] ?? '')?.[1];
  const operation = operationOf(request.method, type !== undefined);
  const address = fromHttpPath(new URL(request.url).pathname) ?? '';
  const createsGroup = type === '9';
  return { exchange: id, from, to, kind: 'request', operation, ...subject(scene, to, address), createsGroup };
}

function subject(scene: Scene, receiver: string, address: string): { about?: string; suffix: string } {
  const host = scene.hosts().find(({ name }) => name === receiver);
  if (!host) {
    const located = scene.places.locate(address);
    return located ? { about: located.place.name, suffix: located.suffix } : { suffix: '' };
  }
  const { hosted, suffix } = host.locate(address);
  if (!hosted) return { suffix: '' };
  const known = scene.places.find(hosted.name) !== undefined;
  return { about: known ? hosted.name : 'the sub-group', suffix };
}

function operationOf(method: string, hasType: boolean): string {
  const words: { readonly [method: string]: string } = { GET: 'retrieve', PUT: 'update', DELETE: 'delete' };
  return words[method] ?? (hasType ? 'create' : 'notify');
}
