import type { DataFormatRow } from './rows';

/** The formats of node values, as Format in Meta names them. @see DM_TND 8.5.4.2 */
const MEANINGS: { readonly [format: string]: string } = {
  b64: 'octets in base64',
  bin: 'octets as they are; only WBXML can carry them',
  bool: 'true or false',
  chr: 'text',
  int: 'an integer',
  node: 'an interior node; its value is the list of its children',
  null: 'no value',
  xml: 'an XML document',
  date: 'a date of ISO 8601',
  time: 'a time of ISO 8601',
  float: 'a real number',
};

export const DATA_FORMATS: readonly DataFormatRow[] = Object.entries(MEANINGS).map(([format, meaning]) => ({
  format,
  meaning,
  clause: 'DM_TND 8.5.4.2',
}));

/** What holds where Meta says nothing. @see DM_TND 8.4.2 */
export const DEFAULT_FORMAT = 'chr';
export const DEFAULT_TYPE = 'text/plain';
