import type { ItemsCommand, ResultsCommand, SyncMLCommand } from '../../../protocol/model/syncml-command';
import type { Item } from '../../../protocol/model/syncml-item';
import { octetsOf } from '../../../protocol/model/syncml-item';

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
  /** Whether one was broken off by another command. */
  brokenOff = false;
  /** How many came in parts, and whether each of them had the size that was announced. */
  count = 0;
  sizesHold = true;

  /** Nothing is missing of any. */
  get isWhole(): boolean {
    return this.#begun === undefined && this.sizesHold;
  }

  take<T extends SyncMLCommand>(command: T): ReceivedPart<T> {
    if (!carriesItems(command)) return { kind: 'whole', command, sizeHolds: true };
    const item = command.items.at(-1);
    const begun = this.#begun;
    if (item?.moreData !== true && begun === undefined) return { kind: 'whole', command, sizeHolds: true };
    const text = typeof item?.data === 'string' ? item.data : '';
    const isNew = begun === undefined || item?.meta?.size !== undefined;
    if (isNew && begun !== undefined) this.brokenOff = true;
    const current = isNew ? { size: item?.meta?.size ?? command.meta?.size, texts: [] } : begun;
    current.texts.push(text);
    this.#begun = item?.moreData === true ? current : undefined;
    if (item === undefined || item.moreData === true) return { kind: 'more' };
    const whole = joined(command, item, current);
    this.count += 1;
    if (!whole.sizeHolds) this.sizesHold = false;
    return whole;
  }
}

function joined<T extends SyncMLCommand>(command: T, item: Item, { size, texts }: Begun) {
  const data = texts.join('');
  const whole: T = { ...command, items: [{ ...item, data }] };
  return {
    kind: 'whole' as const,
    command: whole,
    sizeHolds: size === undefined || size === octetsOf(data).length,
  };
}

function carriesItems(command: SyncMLCommand): command is ItemsCommand | ResultsCommand {
  return command.kind === 'Add' || command.kind === 'Replace' || command.kind === 'Results';
}
