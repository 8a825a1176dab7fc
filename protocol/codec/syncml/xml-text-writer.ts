import { METINF_NAMESPACE, SYNCML_NAMESPACE } from '../../tables/syncml/identifiers';
import { UnencodableError } from '../unencodable';
import { isXmlText } from '../xml-characters';
import type { WrittenElement } from './wire-element';

/**
 * An element tree to XML text. There are no attributes but namespace declarations, so there is one kind of escaping.
 * Text is escaped wherever it stands, a carriage return as well, which would be read as a line feed.
 */
const ESCAPES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#xD;',
};

/** The element with the declaration of its namespace where that is not the one around it. @see DM_RepPro 4.1.4 */
export function elementText({ name, page, content }: WrittenElement, around: 0 | 1 | undefined): string {
  const namespace = page === 0 ? SYNCML_NAMESPACE : METINF_NAMESPACE;
  const tag = page === around ? name : `${name} xmlns="${namespace}"`;
  if (content.length === 0) return `<${tag}/>`;
  return `<${tag}>${contentText(name, content, page)}</${name}>`;
}

function contentText(name: string, content: WrittenElement['content'], page: 0 | 1): string {
  if (typeof content === 'string') return escaped(name, content);
  if (!(content instanceof Uint8Array)) return content.map((child) => elementText(child, page)).join('');
  throw new UnencodableError(
    `XML cannot carry the ${content.length} octets in ${name}: send them in base64 with format b64, or use WBXML`,
  );
}

function escaped(name: string, text: string): string {
  if (!isXmlText(text)) throw new UnencodableError(`XML cannot carry a control character in ${name}`);
  return text.replace(/[&<>\r]/gu, (character) => ESCAPES[character] ?? character);
}
