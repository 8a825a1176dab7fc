import { CONTENT } from './content';
import type { ReadContext, WireValue } from './context';
import { parseJson } from './json-text';
import { type CodecLimits, DEFAULT_LIMITS, RESPONSE_LIMITS } from './limits';
import { Place } from './place';
import { readRequest, writeRequest } from './request';
import { readResponse, writeResponse } from './response';
import type { ContentOptions, Serialization } from './serialization';
import { vocabularyOf } from './vocabulary';

/**
 * The JSON serialization. Primitives have no root member; a request is known by its operation.
 * @see TS-0004 8.4
 */
export const JSON_SERIALIZATION: Serialization = {
  encodeContent: (content, options) => JSON.stringify(CONTENT.write(content, vocabularyOf(options?.names))),
  decodeContent(text, options) {
    const { place, context, value } = open(text, options, RESPONSE_LIMITS);
    return place.outcome(value === undefined ? undefined : CONTENT.read(value, place, context));
  },
  encodeRequest: (request, options) => JSON.stringify(writeRequest(request, vocabularyOf(options?.names))),
  decodeRequest(text, options) {
    const { place, context, value } = open(text, options, DEFAULT_LIMITS);
    return place.outcome(value === undefined ? undefined : readRequest(value, place, context));
  },
  encodeResponse: (response, options) =>
    JSON.stringify(writeResponse(response, vocabularyOf(options?.names), CONTENT)),
  decodeResponse(text, options) {
    const { place, context, value } = open(text, options, RESPONSE_LIMITS);
    return place.outcome(value === undefined ? undefined : readResponse(value, place, context, CONTENT));
  },
};

interface Opened {
  readonly place: Place;
  readonly context: ReadContext;
  readonly value: WireValue | undefined;
}

function open(text: string, options: ContentOptions | undefined, defaults: CodecLimits): Opened {
  const place = new Place('body');
  const limits = options?.limits ?? defaults;
  const context = { vocabulary: vocabularyOf(options?.names), limits, purpose: options?.purpose ?? 'other' };
  if (text.length > limits.bytes) place.refuse('too-large', `expected at most ${limits.bytes} bytes`);
  return { place, context, value: place.sound ? parseJson(text, limits, place) : undefined };
}
