import type { ItemsCommand, ResultsCommand, SyncMLCommand } from '../../../protocol/model/syncml-command';
import { type Item, octetsOf } from '../../../protocol/model/syncml-item';

/** What has come of a large object. */
export type ReceivedPart<T> =
  | { readonly kind: 'whole'; readonly command: T; readonly sizeHolds: boolean }
  | { readonly kind: 'more' };

interface Begun {
  readonly size: number | undefined;
  readonly texts: string[];
}

/** Puts large objects together again, one at a time as they must come. @see DM_Protocol 2.2 */
export class ReceivedObjects {
  #begun: Begun | undefined;
  /** Whether one was broken off by another. */
  brokenOff = false;
  /** How many came in parts, and whether each of them had the size that was announced. */
  count = 0;
  sizesHold = true;

  /** Nothing is missing of any. */
  get isWhole(): boolean {
    return this.#begun === undefined && this.sizesHold;
  }

  take<T extends SyncMLCommand>(command: T): ReceivedPart<T> {
    const item = carriesItems(command) ? command.items.at(-1) : undefined;
    const isPart = item?.moreData === true || this.#begun !== undefined;
    if (item === undefined || !isPart) return { kind: 'whole', command, sizeHolds: true };
    const object = this.#objectOf(item);
    object.texts.push(typeof item.data === 'string' ? item.data : '');
    this.#begun = item.moreData === true ? object : undefined;
    return item.moreData === true ? { kind: 'more' } : this.#finish(command, item, object);
  }

  /** The first part has the size of the whole. */
  #objectOf({ meta }: Item): Begun {
    if (this.#begun !== undefined && meta?.size === undefined) return this.#begun;
    if (this.#begun !== undefined) this.brokenOff = true;
    return { size: meta?.size, texts: [] };
  }

  #finish<T extends SyncMLCommand>(command: T, item: Item, { size, texts }: Begun): ReceivedPart<T> {
    const data = texts.join('');
    const sizeHolds = size === undefined || size === octetsOf(data).length;
    this.count += 1;
    if (!sizeHolds) this.sizesHold = false;
    return { kind: 'whole', command: { ...command, items: [{ ...item, data }] }, sizeHolds };
  }
}

function carriesItems(command: SyncMLCommand): command is ItemsCommand | ResultsCommand {
  return command.kind === 'Add' || command.kind === 'Replace' || command.kind === 'Results';
}
