import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Decoded } from '../../model/decoded';
import { DEFAULT_LIMITS } from '../limits';
import { decodeInitiation, encodeInitiation } from './initiation';
import { encodeNotification, decodeNotification as readNotification } from './notification';
import {
  decodePushAcceptance,
  decodePushReport,
  decodePushRequest,
  encodePushReport,
  encodePushRequest,
} from './push';
import { decodeRequestPackage } from './request-package';
import { decodeResponsePackage, encodeResponsePackage } from './response-package';
import { decodeObjects, encodeObjects } from './serialized-object';
import { decodeTrigger } from './trigger';

const REFUSED = { name: 'UnencodableError' };

/** What a decoder said: the reason and the place, or that it read the message. */
function said(read: Decoded<unknown>): string {
  return read.ok ? 'read' : `${read.fault.reason} ${read.fault.where}`;
}

describe('what is omitted in a message stays away (dm2.md 3, 8)', () => {
  it('in package 1', () => {
    const start = { reason: 'server-initiated' } as const;
    assert.equal(
      encodeInitiation({ start, alerts: [] }),
      '{"Alert":[{"AlertType":"urn:oma:at:dm:2.0:ServerInitiatedMgmt"}]}',
    );
    assert.equal(
      encodeInitiation({
        start: { reason: 'client-initiated' },
        alerts: [{ alertType: 'urn:x', targetURI: 'm//b' }],
        objects: [{ moid: 'urn:oma:mo', miids: [] }],
      }),
      '{"MOS":[{"MOID":"urn:oma:mo","MIID":[]}],"Alert":[{"AlertType":"urn:oma:at:dm:2.0:ClientInitiatedMgmt"},{"AlertType":"urn:x","TargetURI":"m//b"}]}',
    );
  });

  it('in package 3 and in data', () => {
    assert.equal(
      encodeResponsePackage({ results: [{ status: 204 }], alerts: [] }),
      '{"Status":[{"sc":204}]}',
    );
    assert.equal(
      encodeObjects([{ clientURI: 'm//a', name: 'a', value: 1 }]),
      '[{"ClientURI":"m//a","MOData":{"a":1}}]',
    );
  });

  it('in what server and push service say', () => {
    const push = { pushID: 'p1', address: 'http://h/', content: Uint8Array.of(0, 255) };
    assert.equal(encodePushRequest(push), '{"PushID":"p1","Address":"http://h/","Content":"AP8="}');
    assert.equal(
      encodePushRequest({ ...push, deliverBefore: 0, reportTo: 'http://s/r' }),
      '{"PushID":"p1","Address":"http://h/","Content":"AP8=","DeliverBefore":0,"ReportTo":"http://s/r"}',
    );
    assert.equal(
      encodePushReport({ pushID: 'p1', outcome: 'refused', attempts: 1, status: 403 }),
      '{"PushID":"p1","Outcome":"refused","Attempts":1,"Status":403}',
    );
    assert.equal(
      encodePushReport({ pushID: 'p1', outcome: 'expired', attempts: 0 }),
      '{"PushID":"p1","Outcome":"expired","Attempts":0}',
    );
  });

  it('in a trigger, where what is not said is not wanted', () => {
    const manage = '{"procedure":"manage","deviceID":"d","commands":[]';
    const value = { procedure: 'manage', deviceID: 'd', commands: [] } as const;
    assert.deepEqual(decodeTrigger(`${manage}}`), {
      ok: true,
      value: { ...value, notify: false, requestsObjects: false },
    });
    assert.deepEqual(decodeTrigger(`${manage},"notify":true,"requestsObjects":true}`), {
      ok: true,
      value: { ...value, notify: true, requestsObjects: true },
    });
    assert.equal(
      said(decodeTrigger('{"procedure":"internalEvent","event":"alarm","serverURI":"http://s"}')),
      'wrong-type trigger/event',
    );
    assert.equal(said(decodeTrigger('{"procedure":"reboot"}')), 'wrong-type trigger/procedure');
  });
});

describe('the first and the last value that a member can have', () => {
  it('identifier of a notification, in package 1: 0 to 65535 (dm2.md 3.2)', () => {
    const encoded = (notificationID: number): string =>
      encodeInitiation({ start: { reason: 'server-initiated', notificationID }, alerts: [] });
    const textOf = (id: number): string =>
      `{"Alert":[{"AlertType":"urn:oma:at:dm:2.0:ServerInitiatedMgmt","Data":{"NOTIFICATION-ID":${id}}}]}`;
    for (const id of [0, 65_535]) assert.equal(encoded(id), textOf(id));
    for (const id of [-1, 65_536, 1.5]) {
      assert.throws(() => encoded(id), REFUSED);
      assert.equal(said(decodeInitiation(textOf(id))), 'wrong-type initiation/Alert[0]/Data/NOTIFICATION-ID');
    }
    for (const id of [0, 65_535]) assert.equal(said(decodeInitiation(textOf(id))), 'read');
  });

  it('status of a result: 200 to 599 (dm2.md 3.4)', () => {
    const encoded = (status: number): string => encodeResponsePackage({ results: [{ status }], alerts: [] });
    for (const status of [200, 599]) {
      assert.equal(encoded(status), `{"Status":[{"sc":${status}}]}`);
      assert.equal(said(decodeResponsePackage(encoded(status))), 'read');
    }
    for (const status of [199, 600, 200.5]) {
      assert.throws(() => encoded(status), REFUSED);
      assert.equal(
        said(decodeResponsePackage(`{"Status":[{"sc":${status}}]}`)),
        'wrong-type response/Status[0]/sc',
      );
    }
    assert.equal(said(decodeResponsePackage('{"Status":[{}]}')), 'missing response/Status[0]/sc');
  });

  it('a push request carries 1024 octets under a name of 128 characters (dm2.md 8)', () => {
    const push = { pushID: 'x'.repeat(128), address: 'http://h/', content: new Uint8Array(1024) };
    assert.deepEqual(decodePushRequest(encodePushRequest(push)), { ok: true, value: push });
    const textOf = (pushID: string, octets: number): string =>
      JSON.stringify({
        PushID: pushID,
        Address: 'http://h/',
        Content: Buffer.alloc(octets).toString('base64'),
      });
    assert.equal(said(decodePushRequest(textOf('p', 1025))), 'too-large push/Content');
    assert.equal(said(decodePushRequest(textOf('x'.repeat(129), 1))), 'too-large push/PushID');
    assert.equal(said(decodePushAcceptance(`{"PushID":"${'x'.repeat(128)}"}`)), 'read');
    assert.equal(
      said(decodePushAcceptance(`{"PushID":"${'x'.repeat(129)}"}`)),
      'too-large acceptance/PushID',
    );
  });

  it('content of a push request is base64 with padding and nothing beside it', () => {
    const read = (content: string): string =>
      said(decodePushRequest(JSON.stringify({ PushID: 'p', Address: 'http://h/', Content: content })));
    for (const content of ['AAAA', 'AP8=', 'AA==', 'AAAAAP8=']) assert.equal(read(content), 'read', content);
    for (const content of ['AP8', 'A', '!AAAA', 'AAAA!', 'AP9=', 'AAAA=', 'AA=='.repeat(2), '_-__'])
      assert.equal(read(content), 'syntax push/Content', content);
  });

  it('messages to and from a push service have at most 16 KiB, all others 1 MiB', () => {
    const padded = (text: string, length: number): string => text + ' '.repeat(length - text.length);
    const acceptance = '{"PushID":"p"}';
    const report = '{"PushID":"p","Outcome":"expired","Attempts":0}';
    const request = '{"PushID":"p","Address":"http://h/","Content":"AAAA"}';
    assert.equal(said(decodePushAcceptance(padded(acceptance, 16_384))), 'read');
    assert.equal(said(decodePushAcceptance(padded(acceptance, 16_385))), 'too-large acceptance');
    assert.equal(said(decodePushReport(padded(report, 16_385))), 'too-large report');
    assert.equal(said(decodePushRequest(padded(request, 16_385))), 'too-large push');
    const package3 = '{"Status":[]}';
    assert.equal(said(decodeResponsePackage(padded(package3, 1_048_576))), 'read');
    assert.equal(said(decodeResponsePackage(padded(package3, 1_048_577))), 'too-large response');
  });

  it('a caller may take less than that', () => {
    const limits = { ...DEFAULT_LIMITS, bytes: 13 };
    const tooMuch = 'too-large';
    assert.equal(said(decodeResponsePackage('{"Status":[]}', limits)), 'read');
    assert.equal(said(decodeResponsePackage('{"Status":[]} ', limits)), `${tooMuch} response`);
    assert.equal(said(decodeRequestPackage('{"CMD":[["END"]]}', limits)), `${tooMuch} request`);
    assert.equal(said(decodeInitiation('{"Alert":[]}  ', limits)), `${tooMuch} initiation`);
    assert.equal(said(decodeObjects('[]            ', limits)), `${tooMuch} objects`);
  });

  it('attempts and status of a report', () => {
    const read = (members: string): string =>
      said(decodePushReport(`{"PushID":"p","Outcome":"refused",${members}}`));
    assert.equal(read('"Attempts":0,"Status":100'), 'read');
    assert.equal(read('"Attempts":1000000,"Status":599'), 'read');
    assert.equal(read('"Attempts":1000001'), 'wrong-type report/Attempts');
    assert.equal(read('"Attempts":1,"Status":99'), 'wrong-type report/Status');
    assert.equal(read('"Attempts":1,"Status":600'), 'wrong-type report/Status');
    assert.equal(said(decodePushReport('{"PushID":"p","Attempts":1}')), 'missing report/Outcome');
  });
});

describe('notification as octets (dm2.md 7)', () => {
  const HEAD = [0x10, 0x80] as const;

  it('a server identifier has 1 to 270 octets, and its length takes twelve bits from 15 octets on', () => {
    const octetsOf = (length: number): Uint8Array =>
      encodeNotification({ serverID: 'a'.repeat(length), requestsObjects: false });
    assert.deepEqual([...octetsOf(1)], [...HEAD, 0x11, 0x61]);
    assert.deepEqual([...octetsOf(14).subarray(0, 4)], [...HEAD, 0x1e, 0x61]);
    assert.deepEqual([...octetsOf(15).subarray(0, 5)], [...HEAD, 0x1f, 0, 0x61]);
    assert.deepEqual([...octetsOf(270).subarray(0, 5)], [...HEAD, 0x1f, 255, 0x61]);
    for (const length of [1, 14, 15, 270])
      assert.deepEqual(readNotification(octetsOf(length)), {
        ok: true,
        value: { serverID: 'a'.repeat(length), requestsObjects: false },
      });
  });

  it('numbers fill their octets', () => {
    const notification = {
      serverID: 's',
      notificationID: 65_535,
      timestamp: 4_294_967_295,
      requestsObjects: true,
    };
    const octets = encodeNotification(notification);
    assert.deepEqual([...octets], [0x12, 0, 0x11, 0x73, 0x22, 255, 255, 0x24, 255, 255, 255, 255, 0x10]);
    assert.deepEqual(readNotification(octets), { ok: true, value: notification });
  });

  it('a connection that is not known is any', () => {
    assert.deepEqual(readNotification(Uint8Array.of(0x11, 0, 0x11, 0x73, 0x11, 200)), {
      ok: true,
      value: { serverID: 's', preferredConnection: 'any', requestsObjects: false },
    });
  });

  it('is refused where it is cut off, goes on, repeats or is of another version', () => {
    const read = (...octets: number[]): string => said(readNotification(Uint8Array.from(octets)));
    assert.equal(read(), 'syntax notification');
    assert.equal(read(0x10), 'syntax notification');
    assert.equal(read(0x20, 0x80, 0x11, 0x73), 'wrong-type notification');
    assert.equal(read(...HEAD), 'syntax notification/option[1]');
    assert.equal(read(...HEAD, 0x1f), 'syntax notification/option[1]');
    assert.equal(read(...HEAD, 0x12, 0x73), 'syntax notification/option[1]');
    assert.equal(read(...HEAD, 0x11, 0x73, 0x73), 'syntax notification/option');
    assert.equal(read(0x11, 0, 0x11, 0x73, 0x01, 0x73), 'repeated notification/option[2]');
    assert.equal(read(0x10, 0, 0x11, 0x73), 'syntax notification/option');
    assert.equal(read(...HEAD, 0x32, 0, 1), 'missing notification');
    assert.equal(read(0x11, 0, 0x11, 0x73, 0x23, 0, 0, 1), 'wrong-shape notification/NOTIFICATION-ID');
    assert.equal(read(0x11, 0, 0x11, 0x73, 0x21, 1), 'wrong-shape notification/NOTIFICATION-ID');
  });

  it('has at most 1024 octets', () => {
    const long = new Uint8Array(1025);
    long.set([...HEAD, 0x11, 0x73]);
    assert.equal(said(readNotification(long)), 'too-large notification');
    assert.equal(said(readNotification(long.subarray(0, 1024))), 'syntax notification/option');
  });
});
