import { type JsonObject, withJson } from '../../harness/cast/dm2/raw-message';
import type { Flaw } from './flaws';
import { type Wording, wording } from './wording';

/** What can be wrong with a push request. @see dm2.md 8.1 */

type Spoil = Flaw['spoil'];

export const PUSH_FLAWS: readonly Wording<Spoil>[] = [
  wording('without (PushID|Address|Content)', (name) => member(name, () => undefined)),
  wording('whose Content is no base64', () => member('Content', () => 'no base64: %%%')),
  wording('whose Address is no URI', () => member('Address', () => 'the device in the hall')),
  wording('whose Content has (\\d+) octets', (count) =>
    member('Content', () => Buffer.alloc(Number(count), 7).toString('base64')),
  ),
  wording('to a forbidden host', () => (message, { stage }) => {
    return spoilWith(message, { Address: `${stage.addresses.forbidden}/notifications` });
  }),
  wording('that reports to a forbidden host', () => (message, { stage }) => {
    return spoilWith(message, { ReportTo: `${stage.addresses.forbidden}/push-reports/1` });
  }),
];

function member(name: string, value: () => string | undefined): Spoil {
  return (message) => spoilWith(message, { [name]: value() });
}

function spoilWith(message: Parameters<Spoil>[0], change: JsonObject) {
  return withJson(message, (all) => ({ ...all, ...change }));
}
