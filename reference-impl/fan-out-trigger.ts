import { decodeJson, ObjectReader } from '../protocol/codec/dm2/json-reader';
import type { Decoded } from '../protocol/model/decoded';
import { type Refusal, refuse } from '../protocol/model/refusal';
import type { FanOutRequest } from './dm-server/fan-out-job';
import type { TriggerHandling } from './trigger-endpoint';

/** Triggers of the DM server: somebody wants a fan-out. @see docs/profiles/gateway-fan-out.md */
export function fanOutTriggers(request: (request: FanOutRequest) => boolean): TriggerHandling<FanOutRequest> {
  return {
    decode: decodeFanOutRequest,
    take: (wanted) => (request(wanted) ? undefined : notTaken(wanted)),
  };
}

function notTaken({ gateway }: FanOutRequest): Refusal {
  return refuse(409, `${gateway} is no gateway of this server, or has too much to do already`);
}

function decodeFanOutRequest(body: Uint8Array): Decoded<FanOutRequest> {
  return decodeJson(body, { name: 'trigger' }, (value, at) => {
    const reader = new ObjectReader(value, at);
    reader.needOneOf('procedure', ['fanOut']);
    return {
      gateway: reader.needText('gateway'),
      group: reader.needText('group'),
      commands: reader.text('commands') ?? '',
    };
  });
}
