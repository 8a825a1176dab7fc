import type { Exchange, RecordedMessage, RecordedResponse } from '../../links/exchange';

/** Exchanges for the tests of the report writers, with as little to say as possible. */
export const SAMPLE_START = 1_792_000_000_000;

/** In one millisecond requests come before answers, and the last request is answered first. */
const PLACES = 100_000;

export interface SampleExchange {
  readonly id: number;
  readonly from: string;
  readonly to: string;
  /** Milliseconds after the start of the scenario. */
  readonly at?: number;
  readonly endedAt?: number;
  readonly method?: string;
  readonly url?: string;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: string;
  readonly response?: RecordedResponse;
  readonly failure?: string;
}

export function sampleExchange(given: SampleExchange): Exchange {
  const { id, from, to, response, failure, at = 0, endedAt = at } = given;
  const headers = given.headers ?? { 'x-m2m-ri': `r${id}`, 'x-m2m-origin': from };
  return {
    id,
    from,
    to,
    requestPlace: at * PLACES + id,
    answerPlace: (endedAt + 1) * PLACES - id,
    at: SAMPLE_START + at,
    endedAt: SAMPLE_START + endedAt,
    request: {
      ...sampleMessage(headers, given.body ?? ''),
      method: given.method ?? 'GET',
      url: given.url ?? 'http://cse1.in-process/cse-in/pumps/fopt',
    },
    ...(response === undefined ? {} : { response }),
    ...(failure === undefined ? {} : { failure }),
  };
}

export function sampleResponse(status: number, responseStatusCode: number, body = ''): RecordedResponse {
  const headers = { 'content-type': 'application/json', 'x-m2m-rsc': String(responseStatusCode) };
  return { ...sampleMessage(headers, body), status };
}

function sampleMessage(headers: { readonly [name: string]: string }, body: string): RecordedMessage {
  return { headers, body, bodyEncoding: 'utf-8', bodyBytes: Buffer.byteLength(body), truncated: false };
}
