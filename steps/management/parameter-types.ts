import { defineParameterType } from '@cucumber/cucumber';
import type { AuthenticationType } from '../../harness/cast/management/account';
import type { FlowproofWorld } from '../world';
import { CONDUCT_PATTERN, type Conduct, conductOf } from './conducts';
import { DEFECT_PATTERN, type Defect, defectOf } from './defects';
import { dmStatusesOf, dmStatusOf, STATUS_PATTERN } from './outcome';

/** Who a tester is, or several of them: `the server`, `the gateway`, or devices by their names. */
export type Players = readonly string[];

const TYPE_OF_NAME: { readonly [name: string]: AuthenticationType } = {
  basic: 'basic',
  MD5: 'md5',
  HMAC: 'hmac',
};
const DEVICE = '"d\\d+"';
const DEVICES = `${DEVICE}(?:(?:, | and )${DEVICE})*`;

export function devicesOf(text: string): string[] {
  return (text.match(/d\d+/g) ?? []).map(String);
}

defineParameterType({
  name: 'device',
  regexp: new RegExp(DEVICE),
  transformer: (text: string) => text.replaceAll('"', ''),
  useForSnippets: false,
});
defineParameterType({
  name: 'devices',
  regexp: new RegExp(DEVICES),
  transformer: devicesOf,
  useForSnippets: false,
});
defineParameterType({
  name: 'players',
  regexp: new RegExp(`the server|the gateway|${DEVICES}`),
  transformer: (text: string): Players => (text.startsWith('"') ? devicesOf(text) : [text]),
  useForSnippets: false,
});
defineParameterType({
  name: 'client',
  regexp: /the gateway|the device/,
  transformer: (text: string) => text,
  useForSnippets: false,
});
defineParameterType({
  name: 'manager',
  regexp: /the server|the gateway/,
  transformer: (text: string) => text,
  useForSnippets: false,
});
defineParameterType({
  name: 'peer',
  regexp: /the gateway|"d1"/,
  transformer: (text: string) => text.replaceAll('"', ''),
  useForSnippets: false,
});
defineParameterType({
  name: 'target',
  regexp: /the server|the gateway|the device/,
  transformer: (text: string) => text,
  useForSnippets: false,
});
defineParameterType({
  name: 'dmStatus',
  regexp: new RegExp(STATUS_PATTERN),
  transformer: dmStatusOf,
  useForSnippets: false,
});
defineParameterType({
  name: 'dmStatuses',
  regexp: new RegExp(`${STATUS_PATTERN}(?: or ${STATUS_PATTERN})*`),
  transformer: dmStatusesOf,
  useForSnippets: false,
});
defineParameterType({
  name: 'authentication',
  regexp: /basic|MD5|HMAC/,
  transformer: (text: string): AuthenticationType => TYPE_OF_NAME[text] ?? 'md5',
});
defineParameterType({
  name: 'serialization',
  regexp: /XML|WBXML/,
  transformer: (text: string) => (text === 'WBXML' ? 'wbxml' : 'xml'),
  useForSnippets: false,
});
defineParameterType({
  name: 'message',
  regexp: /(?:the (?:first|second|third|last)|every) message|package [1-4]/,
  transformer: (text: string) => text,
  useForSnippets: false,
});
defineParameterType({
  name: 'conduct',
  regexp: new RegExp(CONDUCT_PATTERN),
  transformer(this: FlowproofWorld, text: string): Conduct {
    return conductOf(this, text);
  },
  useForSnippets: false,
});
defineParameterType({
  name: 'defect',
  regexp: new RegExp(DEFECT_PATTERN),
  transformer: (text: string): Defect => defectOf(text),
  useForSnippets: false,
});
