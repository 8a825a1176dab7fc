import type { ItemsCommand } from '../../protocol/model/syncml-command';
import { type DefectRow, putIn, withMessage, withOctets, withText } from './spoiling';

/** Messages that cannot be read, or should not be. */

const LEVEL = '<Sequence><CmdID>98</CmdID>';
const BILLION = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];

export const OCTET_DEFECTS: readonly DefectRow[] = [
  {
    words: 'cut in the middle',
    change: (outgoing) => withOctets(outgoing, (octets) => octets.subarray(0, Math.floor(octets.length / 2))),
  },
  {
    words: 'of (\\d+) characters',
    change: (outgoing, length) => {
      const item = { target: { uri: './DevInfo/Man' }, data: 'x'.repeat(Number(length)) };
      const large: ItemsCommand = { kind: 'Replace', commandID: '98', items: [item] };
      return withMessage(outgoing, { commands: [...outgoing.message.commands, large] });
    },
  },
  {
    words: 'nested (\\d+) levels deep',
    change: (outgoing, depth) => {
      const levels = LEVEL.repeat(Number(depth)) + '</Sequence>'.repeat(Number(depth));
      return withText(outgoing, (text) => text.replace('<SyncBody>', `<SyncBody>${levels}`));
    },
  },
  {
    words: 'that is not UTF-8',
    change: (outgoing) =>
      withOctets(outgoing, (octets) => {
        const text = new TextDecoder('latin1').decode(octets);
        return putIn(octets, octets.length - text.indexOf('</LocURI>'), [0xff, 0xfe]);
      }),
  },
  { words: 'that is no XML', change: (outgoing) => withText(outgoing, () => 'switch the pump on') },
  {
    words: 'with a DOCTYPE',
    change: (outgoing) => withText(outgoing, (text) => declared(text, '<!DOCTYPE SyncML [<!ENTITY x "x">]>')),
  },
  {
    words: 'with an entity that reads a file',
    change: (outgoing) =>
      withText(outgoing, (text) => {
        return using(declared(text, '<!DOCTYPE SyncML [<!ENTITY x SYSTEM "file:///etc/hostname">]>'), 'x');
      }),
  },
  {
    words: 'with entities that multiply',
    change: (outgoing) =>
      withText(outgoing, (text) => {
        const entities = BILLION.map((name, at) => {
          const before = BILLION[at - 1];
          return `<!ENTITY ${name} "${before === undefined ? 'ha' : `&${before};`.repeat(10)}">`;
        });
        return using(declared(text, `<!DOCTYPE SyncML [${entities.join('')}]>`), 'i');
      }),
  },
  {
    words: 'with an unknown element',
    change: (outgoing) => {
      const unknown = '<Explode><CmdID>98</CmdID></Explode>';
      return withText(outgoing, (text) => text.replace('</SyncBody>', `${unknown}</SyncBody>`));
    },
  },
  {
    words: 'without a SyncHdr',
    change: (outgoing) => withText(outgoing, (text) => text.replace(/<SyncHdr>.*<\/SyncHdr>/s, '')),
  },
  {
    words: 'of the media type "([^"]*)"',
    change: (outgoing, contentType) => ({ ...outgoing, contentType }),
  },
];

function declared(text: string, doctype: string): string {
  return text.replace(/^<\?xml[^>]*\?>|^/, (declaration) => declaration + doctype);
}

/** The entity stands where a value was. */
function using(text: string, entity: string): string {
  return text.replace(/<Data>[^<]*<\/Data>(?=<\/Item>)/, `<Data>&${entity};</Data>`);
}
