import { defineParameterType } from '@cucumber/cucumber';
import { RequestStatus } from '../../../protocol/tables/onem2m/enumerations';
import { durationOf, statusOf } from '../../parameter-types';
import type { FlowproofWorld } from '../../world';
import type { ListenerReaction } from './listener-reactions';

/** Who is told of results: a registered application, or a notification target by its name. */
export type ListenerName = string;

/** How an application wants the results: by polling, or by notifications to these; `undefined`: to itself. */
export type Mode =
  | { readonly kind: 'synch' }
  | { readonly kind: 'asynch'; readonly targets?: readonly Target[] };

export type Target = { readonly listener: ListenerName } | { readonly literal: string };

const LISTENER = 'AE[12]|"NT\\d"';
const LISTENERS = `(?:${LISTENER})(?:(?:, | and )(?:${LISTENER}))*`;
const NOTIFIED = 'and to be notified';
const STATUS_WORD = 'PENDING|PARTIALLY_COMPLETED|COMPLETED|FAILED';
const DURATION = '\\d+ (?:milli)?(?:second|minute|hour)s?';
const PLAIN_REACTIONS = {
  'stays silent': { kind: 'silent' },
  'drops the connection': { kind: 'drop' },
  'acknowledges too late': { kind: 'too-late' },
  'answers with garbage': { kind: 'garbage' },
  'acknowledges twice': { kind: 'answer-twice' },
} as const satisfies { readonly [words: string]: ListenerReaction };

function listenersOf(text: string): ListenerName[] {
  return (text.match(new RegExp(LISTENER, 'g')) ?? []).map((name) => name.replaceAll('"', ''));
}

function modeOf(text: string): Mode {
  if (text === 'and to come back for the results') return { kind: 'synch' };
  const where = text.slice(NOTIFIED.length).trim();
  if (where === '') return { kind: 'asynch' };
  if (where === 'nowhere') return { kind: 'asynch', targets: [] };
  const literal = /^at '(.*)'$/.exec(where)?.[1];
  if (literal !== undefined) return { kind: 'asynch', targets: [{ literal }] };
  return { kind: 'asynch', targets: listenersOf(where).map((listener) => ({ listener })) };
}

function reactionOf(world: FlowproofWorld, text: string): ListenerReaction {
  const plain = Object.entries(PLAIN_REACTIONS).find(([words]) => words === text)?.[1];
  if (plain) return plain;
  const [, status] = /^refuses with (.*)$/.exec(text) ?? [];
  if (status !== undefined) return { kind: 'refuse', status: statusOf(status) };
  const [, duration] = /^answers after (.*)$/.exec(text) ?? [];
  if (duration !== undefined) return { kind: 'delay', milliseconds: world.scaled(durationOf(duration)) };
  return { kind: 'redirect-to', listener: text.replace(/^redirects to "(.*)"$/, '$1') };
}

defineParameterType({
  name: 'listener',
  regexp: new RegExp(LISTENER),
  transformer: (text: string) => text.replaceAll('"', ''),
  useForSnippets: false,
});
defineParameterType({
  name: 'mode',
  regexp: new RegExp(
    `${NOTIFIED}(?: nowhere| at '[^']*'| at ${LISTENERS})?|and to come back for the results`,
  ),
  transformer: modeOf,
});
defineParameterType({
  name: 'reaction',
  regexp: new RegExp(
    `${Object.keys(PLAIN_REACTIONS).join('|')}|refuses with [A-Z_]+ \\(\\d{4}\\)|answers after ${DURATION}|redirects to "[^"]+"`,
  ),
  transformer(this: FlowproofWorld, text: string) {
    return reactionOf(this, text);
  },
});
defineParameterType({
  name: 'requestStatuses',
  regexp: new RegExp(`(?:${STATUS_WORD})(?: or (?:${STATUS_WORD}))*`),
  transformer: (text: string) =>
    text.split(' or ').map((word) => RequestStatus[word as keyof typeof RequestStatus]),
});
