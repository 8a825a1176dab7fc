import { defineParameterType } from '@cucumber/cucumber';
import { PUSH_OUTCOMES } from '../../protocol/model/dm2-push';
import { CODES_PATTERN, type Codes, codesOf } from './codes';
import { FLAW_PATTERN, type Flaw, flawOf } from './flaws';
import { MANNER_PATTERN } from './manners';

/** The words of DM 2.0 in steps; the parties are called as the document calls them. */

function words(name: string, pattern: string): void {
  defineParameterType({
    name,
    regexp: new RegExp(pattern),
    transformer: (text: string) => text,
    useForSnippets: false,
  });
}

words('agent', 'the DM Server|the DM Client|the Push Service|the repository');
words('dm2Device', 'the DM Client|another device');
words('event', 'a timer|the user|another event');
words('manner', MANNER_PATTERN);
words('packet', 'every package 3|package [123]|the notification|the push request|the push report');
words('pushOutcome', PUSH_OUTCOMES.join('|'));
words('receiver', 'the repository|the forbidden host|the Push Service|the DM Client|the DM Server');
words('times', 'once|twice|\\d+ times|up to the limit');
defineParameterType({
  name: 'codes',
  regexp: new RegExp(CODES_PATTERN),
  transformer: (text: string): Codes => codesOf(text),
  useForSnippets: false,
});
defineParameterType({
  name: 'flaw',
  regexp: new RegExp(FLAW_PATTERN),
  transformer: (text: string): Flaw => flawOf(text),
  useForSnippets: false,
});
