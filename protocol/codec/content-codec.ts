import type { PrimitiveContent } from '../model/primitive-content';
import type { ReadContext, WireObject, WireValue } from './context';
import type { Place } from './place';
import type { Vocabulary } from './vocabulary';

/** Reading and writing of content, as handed to what content contains and is contained in. */
export interface ContentCodec {
  read(value: WireValue, place: Place, context: ReadContext): PrimitiveContent | undefined;
  write(content: PrimitiveContent, vocabulary: Vocabulary): WireObject;
}
