/** One message as the wiretap keeps it: bounded, redacted, and plain data that can be written as JSON. */
export interface RecordedMessage {
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** `base64` where the bytes are no UTF-8 text. */
  readonly bodyEncoding: 'utf-8' | 'base64';
  /** Length of the whole body in bytes, also where `body` holds only the beginning. */
  readonly bodyBytes: number;
  readonly truncated: boolean;
}

export interface RecordedRequest extends RecordedMessage {
  readonly method: string;
  readonly url: string;
}

export interface RecordedResponse extends RecordedMessage {
  readonly status: number;
}

/** One request with what became of it. Neither response nor failure: it had not ended when it was looked at. */
export interface Exchange {
  /** 1, 2, 3 ... in the order in which requests started. */
  readonly id: number;
  /** Place of the request among all messages, requests and answers alike: 1, 2, 3 ... */
  readonly requestPlace: number;
  /** Place of the answer, or of its failure, in the same order. */
  readonly answerPlace?: number;
  /** Milliseconds since the epoch at which the request started. */
  readonly at: number;
  /** Name of the actor that sent the request. */
  readonly from: string;
  /** Name of the actor that the request went to. */
  readonly to: string;
  readonly request: RecordedRequest;
  readonly response?: RecordedResponse;
  /** Why there is no response: kind of failure and detail. */
  readonly failure?: string;
  readonly endedAt?: number;
}
