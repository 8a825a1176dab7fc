import { decodeHttpResponse, encodeHttpRequest } from '../protocol/codec/onem2m-http';
import type { Outbound } from './cse/ports';

/** Moves one HTTP message; rejects where nothing answers. */
export type Transmit = (request: Request) => Promise<Response>;

/** Outbound over HTTP: what cannot be written, reached or read is no answer. It knows nothing of resources. */
export function httpOutbound(transmit: Transmit): Outbound {
  return {
    async send(pointOfAccess, request) {
      try {
        const response = await transmit(encodeHttpRequest(pointOfAccess, request));
        const answer = await decodeHttpResponse(response);
        return answer.ok ? answer.value : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
