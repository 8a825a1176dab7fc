import type { DataTable } from '@cucumber/cucumber';
import type { DM2Scene } from '../../harness/cast/dm2/dm2-scene';
import type { HostRequest } from '../../harness/cast/dm2/object-host';
import { check, show } from '../../harness/verdict/check';
import { isObjectsMediaType, mediaTypeOf } from '../../protocol/codec/dm2/media-types';
import { decodeObjects } from '../../protocol/codec/dm2/serialized-object';
import type { SerializedObject } from '../../protocol/model/dm2-object';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { arePlaces, clientURI, isInstanceRoot, isOthersLamp, isPlace } from './addresses';
import { playOf } from './play';
import { nodeValue, octetsOf, sameValue, withoutOtherNodes } from './values';

interface ExpectedRequest {
  readonly method: string;
  readonly name: string;
  /** What it carried: a place with its value, or a media type with its content. */
  readonly rows: readonly (readonly [where: string, what: string])[];
}

consequence('the repository received:', async function (this: FlowproofWorld, table: DataTable) {
  await this.quiet();
  const expected = expectedRequests(table);
  const { requests } = playOf(this);
  const line = ({ method, name }: { readonly method: string; readonly name: string }) => `${method} ${name}`;
  const [wanted, actual] = [expected.map(line).join(', '), requests.map(line).join(', ')];
  check(wanted === actual, 'the requests at the repository', wanted, actual || 'none');
  for (const [index, { rows }] of expected.entries()) {
    const request = requests[index];
    if (request !== undefined) checkRequest(this.dm2, request, rows);
  }
});

/** A row without a method is one more object of the request above. */
function expectedRequests(table: DataTable): readonly ExpectedRequest[] {
  const requests: { method: string; name: string; rows: (readonly [string, string])[] }[] = [];
  for (const [method = '', name = '', where = '', what = ''] of table.raw()) {
    const row = where === '' ? [] : [[where, what] as const];
    if (method === '') requests.at(-1)?.rows.push(...row);
    else requests.push({ method, name, rows: row });
  }
  return requests;
}

function checkRequest(scene: DM2Scene, request: HostRequest, rows: ExpectedRequest['rows']): void {
  const { method, name, headers, octets } = request;
  const what = `${method} ${name}`;
  const [first] = rows;
  if (first === undefined) return;
  const type = headers.get('content-type');
  if (/^[a-z]+\/[a-z.+-]+$/.test(first[0])) {
    check(mediaTypeOf(type) === first[0], `the media type of ${what}`, first[0], type ?? 'none');
    const [expected, actual] = [octetsOf(first[1]), octets].map((all) => Buffer.from(all).toString());
    check(expected === actual, `the content of ${what}`, show(expected), show(actual));
    return;
  }
  check(isObjectsMediaType(type), `the media type of ${what}`, 'management object data', type ?? 'none');
  const read = decodeObjects(octets);
  check(read.ok, `the content of ${what}`, 'a list of objects', read.ok ? '' : read.fault.detail);
  if (read.ok) checkObjects(scene, { what, objects: read.value, rows });
}

interface Carried {
  readonly what: string;
  readonly objects: readonly SerializedObject[];
  readonly rows: ExpectedRequest['rows'];
}

function checkObjects(scene: DM2Scene, { what, objects, rows }: Carried): void {
  const own = objects.filter((object) => !isOthersLamp(scene, object.clientURI));
  const places = rows.filter(([where]) => where !== '(nothing)');
  const expected = places.map(([where]) => clientURI(scene, where));
  const found = own.map((object) => object.clientURI);
  const areSame = arePlaces(expected, found);
  check(areSame, `the objects of ${what}`, expected.join(', ') || 'none', found.join(', ') || 'none');
  for (const [index, [, cell]] of places.entries()) {
    const uri = expected[index] ?? '';
    const object = own.find((one) => isPlace(uri, one.clientURI));
    const actual =
      isInstanceRoot(uri) && /Lamp/.test(places[index]?.[0] ?? '')
        ? withoutOtherNodes(object?.value)
        : object?.value;
    const wanted = nodeValue(scene, cell);
    check(sameValue(wanted, actual), `${uri} in ${what}`, show(wanted), show(actual));
  }
}

consequence('{receiver} received nothing', async function (this: FlowproofWorld, receiver: string) {
  await this.quiet();
  const came = receivedBy(this, receiver);
  check(came.length === 0, `what ${receiver} received`, 'nothing', came.join(', '));
});

consequence('{receiver} saw no credentials', async function (this: FlowproofWorld, receiver: string) {
  const { requests, scene } = playOf(this);
  const headers =
    receiver === 'the repository'
      ? requests.map((request) => request.headers)
      : scene.stage
          .exchanges()
          .filter(({ to }) => to === receiver)
          .map(({ request }) => new Headers({ ...request.headers }));
  check(headers.length > 0, `what ${receiver} received`, 'at least one message', 'none');
  const holds = headers.every((one) => !one.has('authorization'));
  check(holds, `the headers that ${receiver} saw`, 'no Authorization', 'Authorization');
});

/** Since the stimulus began, each in a few words. */
function receivedBy(world: FlowproofWorld, receiver: string): readonly string[] {
  const { scene, mark, requests } = playOf(world);
  switch (receiver) {
    case 'the repository':
      return requests.map(({ method, name }) => `${method} ${name}`);
    case 'the forbidden host':
      return scene.forbidden.requests.slice(mark.forbidden).map(({ method, name }) => `${method} ${name}`);
    case 'the Push Service':
      return scene.push.taken.slice(mark.pushes).map(() => 'a push request');
    case 'the DM Client':
      return scene.client.notifications.slice(mark.notifications).map(() => 'a notification');
    default:
      return scene.asker.reports.slice(mark.reports).map(({ url }) => `a push report at ${url}`);
  }
}
