import { defineParameterType } from '@cucumber/cucumber';
import {
  byTheBook,
  ofBytes,
  PROTECTIONS,
  type Protection,
  withHeader,
} from '../../../harness/cast/session/protections';
import type { Position } from '../../../harness/cast/session/session-cast';
import type { SessionMessage } from '../../../harness/cast/session/session-message';

/** Protected data in the words of a scenario; `undefined`: the octets that were sent before. */
export type WantedProtection = Protection | undefined;

const MESSAGES: { readonly [words: string]: SessionMessage } = {
  establishment: 'establishment',
  establishments: 'establishment',
  termination: 'termination',
  terminations: 'termination',
  update: 'update',
  updates: 'update',
  retrieve: 'retrieve',
  retrieves: 'retrieve',
  policy: 'policy',
  policies: 'policy',
  'deletion of the policy': 'deletion of the policy',
  discovery: 'discovery',
  discoveries: 'discovery',
  subscription: 'subscription',
  subscriptions: 'subscription',
};

const longestFirst = (words: readonly string[]) =>
  [...words]
    .sort((one, other) => other.length - one.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

const SEQUENCE = "with the sequence number (?:-?[\\d.]+|'[^']*')";

export function sessionMessageNamed(words: string): SessionMessage {
  const message = MESSAGES[words];
  if (message === undefined) throw new Error(`"${words}" is no message of sessions`);
  return message;
}

export function protectionNamed(words: string): WantedProtection {
  if (words === 'used before') return undefined;
  if (words === 'by the book') return byTheBook;
  const [, text, number] = /^with the sequence number (?:'(.*)'|(-?[\d.]+))$/.exec(words) ?? [];
  if (text !== undefined || number !== undefined) return withHeader({ seq: text ?? Number(number) });
  const [, count] = /^of (\d+) bytes$/.exec(words) ?? [];
  if (count !== undefined) return ofBytes(Number(count));
  const known = PROTECTIONS[words];
  if (!known) throw new Error(`"${words}" says nothing of protected data`);
  return known;
}

defineParameterType({
  name: 'party',
  regexp: /AE\d|CSE\d|the CSE/,
  transformer: (name: string) => name,
  useForSnippets: false,
});
defineParameterType({
  name: 'sessionMessage',
  regexp: new RegExp(longestFirst(Object.keys(MESSAGES)).join('|')),
  transformer: sessionMessageNamed,
  useForSnippets: false,
});
defineParameterType({
  name: 'position',
  regexp: /first|middle|last|only/,
  transformer: (position: string) => position as Position,
  useForSnippets: false,
});
defineParameterType({
  name: 'protection',
  regexp: new RegExp(
    [...longestFirst(Object.keys(PROTECTIONS)), SEQUENCE, 'of \\d+ bytes', 'used before'].join('|'),
  ),
  transformer: protectionNamed,
  useForSnippets: false,
});
