import { decodeJson, ObjectReader } from '../protocol/codec/dm2/json-reader';
import type { Decoded } from '../protocol/model/decoded';
import { refuse } from '../protocol/model/refusal';
import type { DeviceEvent, EventAlert } from './dm-client/device-event';
import type { TriggerHandling } from './trigger-endpoint';

/** Triggers of the device: something happened to it. @see docs/profiles/gateway-fan-out.md */
export function deviceEventTriggers(happen: (event: DeviceEvent) => boolean): TriggerHandling<DeviceEvent> {
  return {
    decode: decodeDeviceEvent,
    take: (event) => (happen(event) ? undefined : NOT_TAKEN),
  };
}

const NOT_TAKEN = refuse(
  409,
  'the device has no such server, no session to abort, or too much to do already',
);

function decodeDeviceEvent(body: Uint8Array): Decoded<DeviceEvent> {
  return decodeJson(body, { name: 'trigger' }, (value, at) => {
    const reader = new ObjectReader(value, at);
    const server = reader.text('server');
    const alert = reader.object('alert');
    return {
      event: reader.needText('event'),
      ...(server !== undefined && { server }),
      ...(alert !== undefined && { alert: readAlert(alert) }),
    };
  });
}

const OPTIONAL = ['format', 'mark', 'source', 'data', 'correlator'] as const;

function readAlert(reader: ObjectReader): EventAlert {
  const given = OPTIONAL.map((name) => [name, reader.text(name)] as const);
  return {
    type: reader.needText('type'),
    ...Object.fromEntries(given.filter(([, value]) => value !== undefined)),
  };
}
