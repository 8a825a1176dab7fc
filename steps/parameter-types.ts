import { defineParameterType } from '@cucumber/cucumber';
import { ADDRESS_FORMS, type AddressForm } from '../harness/cast/place';
import { RSC } from '../protocol/tables/onem2m/status-codes';

import type { FlowproofWorld } from './world';

/** A path as a scenario writes it: the first segment is a name, the rest is what follows it. */
export interface Path {
  readonly name: string;
  readonly suffix: string;
  readonly form?: AddressForm;
}

/** Which members a request asks for: somecast to any so many, or these targets. */
export type Choice = { readonly any: number } | { readonly targets: readonly Path[] };

const FORMS = [...ADDRESS_FORMS, 'SP-relative', 'absolute']
  .sort((one, other) => other.length - one.length)
  .join('|');
const PATH = `"[^"]*"(?: \\((?:${FORMS})\\))?`;
const LIST = `${PATH}(?:(?:, | and )${PATH})*`;
const STATUS = '[A-Z_]+ \\(\\d{4}\\)';
const MILLISECONDS = { millisecond: 1, second: 1000, minute: 60_000, hour: 3_600_000 } as const;

export function pathOf(text: string): Path {
  const [, path = '', form] = /^"([^"]*)"(?: \((.*)\))?$/.exec(text) ?? [];
  const slash = path.indexOf('/');
  const name = slash < 0 ? path : path.slice(0, slash);
  const suffix = slash < 0 ? '' : path.slice(slash + 1);
  return form === undefined ? { name, suffix } : { name, suffix, form: fullForm(form) };
}

/** `SP-relative` and `absolute` alone mean the structured identifier. */
function fullForm(form: string): AddressForm {
  return (
    ADDRESS_FORMS.find((known) => known === form) ??
    (form === 'absolute' ? 'absolute structured' : 'SP-relative structured')
  );
}

export function pathsOf(text: string): Path[] {
  return (text.match(new RegExp(PATH, 'g')) ?? []).map(pathOf);
}

/** The number in `BAD_REQUEST (4000)`; name and number must agree with the table. */
export function statusOf(text: string): number {
  const [, name = '', digits = ''] = /^([A-Z_]+) \((\d{4})\)$/.exec(text) ?? [];
  const code = Number(digits);
  const known = (RSC as Readonly<Record<string, number>>)[name];
  if (known !== code)
    throw new Error(`${text}: the table of status codes has ${name} as ${known ?? 'nothing'}`);
  return code;
}

export function durationOf(text: string): number {
  const [, count = '', unit = ''] = /^(\d+) (\w+?)s?$/.exec(text) ?? [];
  const factor = MILLISECONDS[unit as keyof typeof MILLISECONDS];
  if (factor === undefined) throw new Error(`"${text}" is no duration; write for example "2 seconds"`);
  return Number(count) * factor;
}

function choiceOf(text: string): Choice {
  const any = /^any (\d+) member/.exec(text);
  return any ? { any: Number(any[1]) } : { targets: pathsOf(text) };
}

const OPERATION_OF_VERB = { retrieves: 'retrieve', deletes: 'delete' } as const;

defineParameterType({
  name: 'name',
  regexp: /"([^"/]+)"/,
  transformer: (name: string) => name,
  useForSnippets: false,
});
defineParameterType({ name: 'path', regexp: new RegExp(PATH), transformer: pathOf, useForSnippets: false });
defineParameterType({
  name: 'members',
  regexp: new RegExp(LIST),
  transformer: pathsOf,
  useForSnippets: false,
});
defineParameterType({ name: 'status', regexp: new RegExp(STATUS), transformer: statusOf });
defineParameterType({
  name: 'statuses',
  regexp: new RegExp(`${STATUS}(?:(?:, | or )${STATUS})*`),
  transformer: (text: string) => (text.match(new RegExp(STATUS, 'g')) ?? []).map(statusOf),
});
defineParameterType({ name: 'originator', regexp: /AE\d|CSE[2-9]/, transformer: (name: string) => name });
defineParameterType({ name: 'host', regexp: /CSE[2-9]/, transformer: (name: string) => name });
defineParameterType({
  name: 'choice',
  regexp: new RegExp(`any \\d+ members?|members? ${LIST}`),
  transformer: choiceOf,
});
defineParameterType({
  name: 'does',
  regexp: /retrieves|deletes/,
  transformer: (verb: string) => OPERATION_OF_VERB[verb as keyof typeof OPERATION_OF_VERB],
});
defineParameterType({
  name: 'operation',
  regexp: /create|retrieve|update|delete|notify/,
  transformer: (operation: string) => operation,
});
defineParameterType({
  name: 'type',
  regexp: /[A-Za-z]+/,
  transformer: (type: string) => type,
  useForSnippets: false,
});
defineParameterType({
  name: 'duration',
  regexp: /\d+ (?:milli)?(?:second|minute|hour)s?/,
  transformer(this: FlowproofWorld, text: string) {
    return this.scaled(durationOf(text));
  },
});
defineParameterType({
  name: 'form',
  regexp: new RegExp(
    ADDRESS_FORMS.slice()
      .sort((a, b) => b.length - a.length)
      .join('|'),
  ),
  transformer: (form: string) => form,
});
defineParameterType({
  name: 'parameter',
  regexp: /[A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*)*/,
  transformer: (title: string) => title,
  useForSnippets: false,
});
defineParameterType({
  name: 'attribute',
  regexp: /(?!members\b)[a-z][A-Za-z]+/,
  transformer: (name: string) => name,
  useForSnippets: false,
});
defineParameterType({
  name: 'media',
  regexp: /JSON|XML/,
  transformer: (name: string) => (name === 'XML' ? 'xml' : 'json'),
});
defineParameterType({
  name: 'step',
  regexp: /(?:step \d+: |steps \d+ and \d+: )?/,
  transformer: (text: string) => text,
  useForSnippets: false,
});
