import { type JsonObject, withHeader, withJson } from '../../harness/cast/dm2/raw-message';
import { Inconclusive } from '../../harness/verdict/deviation';
import { startAlertType } from '../../protocol/tables/dm2/identifiers';
import type { Flaw } from './flaws';
import { type Wording, wording } from './wording';

/** What can be wrong with packages 1 and 3. @see dm2.md 3.2, 3.4, 3.7 */

type Spoil = Flaw['spoil'];

const START = { AlertType: startAlertType('client-initiated') };
const UNKNOWN = { AlertType: 'urn:flowproof:at:unknown:1.0', Data: { said: 'nothing' } };
const DEVICE_ID = 'OMADM-DevID';

export const PACKAGE_FLAWS: readonly Wording<Spoil>[] = [
  wording('without a start alert', () => json(() => ({ Alert: [] }))),
  wording('with two start alerts', () => json(() => ({ Alert: [START, START] }))),
  wording('with an unknown start alert', () =>
    json(() => ({ Alert: [{ AlertType: 'urn:oma:at:dm:2.0:NobodyInitiatedMgmt' }] })),
  ),
  wording('without Alert', () => json(({ Alert: _, ...others }) => ({ ...others, Alert: undefined }))),
  wording('whose Alert is no list', () => json(() => ({ Alert: START }))),
  wording('with MOS of another shape', () => json(() => ({ MOS: { MOID: ['urn:flowproof:mo:lamp:1.0'] } }))),
  wording('with an unknown alert', () => json(({ Alert }) => ({ Alert: [...listOf(Alert), UNKNOWN] }))),
  wording('with one status too few', () => json(({ Status }) => ({ Status: listOf(Status).slice(0, -1) }))),
  wording('with one status too many', () =>
    json(({ Status }) => ({ Status: [...listOf(Status), { sc: 200 }] })),
  ),
  wording('without Status', () => json(() => ({ Status: undefined }))),
  wording('with a status of (\\d+)', (code) => withStatus(Number(code))),
  wording('with a status that is text', () => withStatus('200')),
  wording('with a start alert', () => json(() => ({ Alert: [START] }))),
  wording('to a URL that nobody handed out', () => (message, { stage }) => ({
    ...message,
    url: `${stage.addresses.server}/flowproof-made-this-up/1`,
  })),
  wording('without OMADM-DevID', () => (message) => withHeader(message, DEVICE_ID, undefined)),
  wording('with two OMADM-DevID', () => (message, { stage }) => ({
    ...message,
    headers: [...message.headers, [DEVICE_ID, stage.account.deviceID] as const],
  })),
  wording('of a device that nobody knows', () => (message) => {
    return withHeader(message, DEVICE_ID, 'IMEI:000000000000000');
  }),
  wording('of another device', () => (message, { stage }) => {
    const { otherAccount } = stage;
    if (otherAccount === undefined) throw new Inconclusive('the target file names no second device');
    return withHeader(message, DEVICE_ID, otherAccount.deviceID);
  }),
  wording('with a DevID of (\\d+) characters', (count) => (message) => {
    return withHeader(message, DEVICE_ID, 'x'.repeat(Number(count)));
  }),
  wording('that accepts text/plain only', () => (message) => withHeader(message, 'Accept', 'text/plain')),
];

/** The members that are named are others; one without a value is left out. */
function json(change: (json: JsonObject) => JsonObject): Spoil {
  return (message) => withJson(message, (all) => ({ ...all, ...change(all) }));
}

/** Of the first command. */
function withStatus(sc: number | string): Spoil {
  return json(({ Status }) => ({ Status: [{ sc }, ...listOf(Status).slice(1)] }));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
