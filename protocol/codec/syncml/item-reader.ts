import type { Challenge, Credential, Item, Location, Meta } from '../../model/syncml-item';
import { type ElementReader, present } from './element-reader';

/** Reads the parts that commands are made of. Absent parts are absent values, never defaults. */

/** Some peers and examples write the URI straight into Target or Source. @see DM_RepPro 4.1.6 */
export function readLocation(reader: ElementReader | undefined): Location | undefined {
  if (reader === undefined) return undefined;
  const named = reader.one('LocURI');
  const uri = named === undefined ? reader.looseWord : named.word;
  if (named === undefined && uri === '') return reader.place.refuse('missing', 'expected LocURI, found none');
  if (uri === undefined) return undefined;
  return { uri, ...present({ name: reader.one('LocName')?.text }) };
}

/** The wrapper MetInf may be there or not. @see MetInf DTD */
export function readMeta(outer: ElementReader | undefined): Meta | undefined {
  if (outer === undefined) return undefined;
  const reader = outer.one('MetInf') ?? outer;
  const experimental = reader.all('EMI').flatMap((entry) => entry.text ?? []);
  return present<Meta>({
    format: reader.one('Format')?.word,
    type: reader.one('Type')?.word,
    mark: reader.one('Mark')?.word,
    size: reader.one('Size')?.number,
    nextNonce: reader.one('NextNonce')?.word,
    maxMessageSize: reader.one('MaxMsgSize')?.number,
    maxObjectSize: reader.one('MaxObjSize')?.number,
    experimental: experimental.length === 0 ? undefined : experimental,
  });
}

export function readItem(reader: ElementReader): Item {
  return present<Item>({
    target: readLocation(reader.one('Target')),
    source: readLocation(reader.one('Source')),
    targetParent: readLocation(reader.one('TargetParent'))?.uri,
    sourceParent: readLocation(reader.one('SourceParent'))?.uri,
    meta: readMeta(reader.one('Meta')),
    data: reader.one('Data')?.data,
    moreData: reader.has('MoreData') ? true : undefined,
  });
}

export function readCredential(reader: ElementReader | undefined): Credential | undefined {
  const data = reader?.need('Data')?.word;
  if (reader === undefined || data === undefined) return undefined;
  return { ...present({ meta: readMeta(reader.one('Meta')) }), data };
}

export function readChallenge(reader: ElementReader | undefined): Challenge | undefined {
  const meta = readMeta(reader?.need('Meta'));
  return meta === undefined ? undefined : { meta };
}
