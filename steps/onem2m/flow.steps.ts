import type { DataTable } from '@cucumber/cucumber';
import { type Message, messagesSince } from '../../harness/cast/message-sequence';
import { check } from '../../harness/verdict/check';
import { pathOf } from '../parameter-types';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { askedRequests } from './interactive/asking';
import { isAboutResult, type Results, resultsOnTheWire } from './interactive/results-in-flow';

/** A row of a flow: who sends what to whom, and whether its neighbours may change places with it. */
interface FlowRow {
  readonly from: string;
  readonly to: string;
  readonly what: string;
  readonly anyOrder: boolean;
}

/** Since the latest stimulus: the messages of the table, in its order, and no other between the same actors. */
consequence('the messages were exchanged in this order:', async function (table: DataTable) {
  await this.answer();
  const results = await resultsOnTheWire(this);
  const rows = table.raw().map(([from = '', to = '', what = '', mark = '']) => ({
    from,
    to,
    what,
    anyOrder: mark === 'in any order',
  }));
  const messages = flowMessages(this, rows, results);
  for (const block of blocks(rows)) {
    const next = messages.splice(0, block.length);
    checkBlock(block, next, messages, (row, message) => matches(this, row, message, results));
  }
  check(
    messages.length === 0,
    'the messages of this flow',
    'no further message',
    messages.map(describe).join(', '),
  );
});

/** What counts: the stimulus, its answer, what passed between the target and the members, and results as they came. */
function flowMessages(world: FlowproofWorld, rows: readonly FlowRow[], results: Results): Message[] {
  const stimulus = askedRequests(world).at(-1) ?? world.turn;
  const all = messagesSince(world.scene, stimulus.requestPlace);
  const namesSubGroup = rows.some(({ what }) => what.includes('group') && !what.includes('"'));
  const between = all.filter(
    ({ about, createsGroup, exchange }) => about !== undefined || createsGroup || results.has(exchange),
  );
  return namesSubGroup ? between : between.flatMap((message) => throughSubGroup(world, message));
}

/** A flow that does not speak of the helper sub-group sees its members instead. */
function throughSubGroup(world: FlowproofWorld, message: Message): Message[] {
  if (message.createsGroup && message.about === undefined) return [];
  if (message.about !== 'the sub-group') return [message];
  if (message.suffix === '') return [];
  const host = world.scene.hosts().find(({ name }) => name === message.from || name === message.to);
  const received = host?.received.slice(world.turn.receivedBefore(host.name)) ?? [];
  const members = received.flatMap(({ hosted, suffix }) =>
    hosted && !suffix.startsWith('fopt') ? [hosted.name] : [],
  );
  return members.map((about) => ({ ...message, about, suffix: '' }));
}

function blocks(rows: readonly FlowRow[]): FlowRow[][] {
  const result: FlowRow[][] = [];
  for (const row of rows) {
    const last = result.at(-1);
    if (row.anyOrder && last?.[0]?.anyOrder) last.push(row);
    else result.push([row]);
  }
  return result;
}

function checkBlock(
  rows: readonly FlowRow[],
  messages: readonly Message[],
  rest: readonly Message[],
  fits: (row: FlowRow, message: Message) => boolean,
): void {
  const left = [...messages];
  for (const row of rows) {
    const at = left.findIndex((message) => fits(row, message));
    const actual = left.map(describe).join(', ') || rest.map(describe)[0] || 'nothing';
    check(at >= 0, 'the messages of this flow', `${row.from} -> ${row.to}: ${row.what}`, actual);
    left.splice(at, 1);
  }
}

function matches(world: FlowproofWorld, row: FlowRow, message: Message, results: Results): boolean {
  if (row.from !== message.from || row.to !== message.to) return false;
  const told = results.get(message.exchange);
  if (told !== undefined) return isAboutResult(row.what, message.kind, told);
  if (row.what === 'acceptance') return message.kind === 'answer';
  const answer = /^answer(?: to (.*))?$/.exec(row.what);
  if (answer)
    return message.kind === 'answer' && (answer[1] === undefined || isAbout(world, answer[1], message));
  return message.kind === 'request' && requestMatches(world, row.what, message);
}

function requestMatches(world: FlowproofWorld, what: string, message: Message): boolean {
  const [operation = ''] = what.split(' ');
  return (
    operation === message.operation &&
    isAbout(world, what === 'create group' ? what : what.slice(operation.length + 1), message)
  );
}

function isAbout(world: FlowproofWorld, words: string, message: Message): boolean {
  if (words === 'create group') return message.createsGroup;
  if (words === 'any member') return message.about !== undefined && world.isMember(message.about);
  if (words === 'the sub-group') return message.about === 'the sub-group';
  const { name, suffix } = pathOf(words);
  return message.about === name && message.suffix === suffix;
}

function describe({ from, to, kind, operation, about, suffix }: Message): string {
  const path = [about ?? 'something else', suffix].filter(Boolean).join('/');
  return `${from} -> ${to}: ${kind === 'answer' ? 'answer to ' : ''}${operation} ${path}`;
}
