import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clientURIStatus, parseClientURI } from '../../model/dm2-client-uri-text';
import { parseServerURI } from '../../model/dm2-server-uri';
import { encodeClientURI } from './client-uri';
import { encodeInitiation } from './initiation';
import { encodeNotification } from './notification';
import { encodePushReport, encodePushRequest } from './push';
import { encodeRequestPackage } from './request-package';
import { encodeResponsePackage } from './response-package';
import { encodeObjects } from './serialized-object';

const REFUSED = { name: 'UnencodableError' };
const CLIENT = { reason: 'client-initiated' } as const;

describe('DM 2.0: what cannot be said is not written', () => {
  it('in packages', () => {
    const alert = { alertType: 'urn:oma:at:dm:2.0:BootstrapComplete' };
    assert.throws(() => encodeInitiation({ start: CLIENT, alerts: [alert] }), REFUSED);
    assert.throws(() => encodeInitiation({ start: CLIENT, alerts: [{ alertType: '' }] }), REFUSED);
    const objects = [{ moid: '', miids: [] }];
    assert.throws(() => encodeInitiation({ start: CLIENT, alerts: [], objects }), REFUSED);
    const start = { reason: 'server-initiated', notificationID: 65_536 } as const;
    assert.throws(() => encodeInitiation({ start, alerts: [] }), REFUSED);
    assert.throws(() => encodeRequestPackage({ commands: [] }), REFUSED);
    assert.throws(() => encodeRequestPackage({ commands: [{ verb: 'GET', clientURI: '' }] }), REFUSED);
    const nothing = { verb: 'HPUT', serverURI: 'http://d', clientURIs: [] } as const;
    assert.throws(() => encodeRequestPackage({ commands: [nothing] }), REFUSED);
    const possible = { verb: 'unperformable', words: ['END'], status: 400 } as const;
    assert.throws(() => encodeRequestPackage({ commands: [possible] }), REFUSED);
    assert.throws(() => encodeResponsePackage({ results: [{ status: 600 }], alerts: [] }), REFUSED);
    assert.throws(() => encodeResponsePackage({ results: [], alerts: [alert] }), REFUSED);
  });

  it('in data', () => {
    const place = { clientURI: 'm//a', name: 'a' };
    assert.throws(() => encodeObjects([{ ...place, name: '..', value: 1 }]), REFUSED);
    assert.throws(() => encodeObjects([{ ...place, value: { '': 1 } }]), REFUSED);
    assert.throws(() => encodeObjects([{ ...place, clientURI: '', value: 1 }]), REFUSED);
    assert.throws(() => encodeObjects([{ ...place, value: Number.NaN }]), REFUSED);
    assert.throws(() => encodeObjects([{ ...place, value: '\u0000' }]), REFUSED);
    assert.throws(() => encodeObjects([{ ...place, value: '\ud800' }]), REFUSED);
    let deep: { readonly a: unknown } | string = 'x';
    for (let level = 0; level < 40; level++) deep = { a: deep };
    assert.throws(() => encodeObjects([{ ...place, value: JSON.parse(JSON.stringify(deep)) }]), REFUSED);
  });

  it('in notifications and push messages', () => {
    const notification = { serverID: 's', requestsObjects: false };
    assert.throws(() => encodeNotification({ ...notification, serverID: '' }), REFUSED);
    assert.throws(() => encodeNotification({ ...notification, serverID: 'a'.repeat(271) }), REFUSED);
    assert.throws(() => encodeNotification({ ...notification, serverID: '\ud800' }), REFUSED);
    assert.throws(() => encodeNotification({ ...notification, notificationID: 65_536 }), REFUSED);
    assert.throws(() => encodeNotification({ ...notification, timestamp: -1 }), REFUSED);
    assert.throws(() => encodeNotification({ ...notification, timestamp: 2 ** 32 }), REFUSED);
    const push = { pushID: '1', address: 'http://h/', content: Uint8Array.of(1) };
    assert.throws(() => encodePushRequest({ ...push, pushID: 'x'.repeat(129) }), REFUSED);
    assert.throws(() => encodePushRequest({ ...push, address: 'sms:1' }), REFUSED);
    assert.throws(() => encodePushRequest({ ...push, content: new Uint8Array(1025) }), REFUSED);
    assert.throws(() => encodePushReport({ pushID: '', outcome: 'expired', attempts: 0 }), REFUSED);
  });

  it('in addresses', () => {
    const root = { moid: 'm', instance: { kind: 'only' }, path: [], conditions: [] } as const;
    assert.equal(encodeClientURI(root), 'm//');
    assert.throws(() => encodeClientURI({ ...root, moid: '' }), REFUSED);
    assert.throws(() => encodeClientURI({ ...root, path: [{ kind: 'named', name: '..' }] }), REFUSED);
    assert.throws(() => encodeClientURI({ ...root, path: [{ kind: 'placeholder', letter: 'x' }] }), REFUSED);
    assert.throws(() => encodeClientURI({ ...root, cacheValidator: '\u0001' }), REFUSED);
  });
});

describe('limits of addresses (dm2.md 6)', () => {
  const statusOf = (text: string): number => {
    const read = parseClientURI(text);
    return read.ok ? 200 : clientURIStatus(read.fault);
  };

  it('too long, too deep or too many fields is 414, anything else 400', () => {
    assert.equal(statusOf(`m//${'a'.repeat(1021)}`), 200);
    assert.equal(statusOf(`m//${'a'.repeat(1022)}`), 414);
    assert.equal(statusOf(`m//${Array(32).fill('a').join('/')}`), 200);
    assert.equal(statusOf(`m//${Array(33).fill('a').join('/')}`), 414);
    assert.equal(statusOf(`m/(x)/?${Array(16).fill('nv=(x)/a:1').join('&')}`), 200);
    assert.equal(statusOf(`m/(x)/?${Array(17).fill('nv=(x)/a:1').join('&')}`), 414);
    assert.equal(statusOf('m//../a'), 400);
  });

  it('of servers', () => {
    const isRead = (text: string): boolean => parseServerURI(text).ok;
    assert.equal(isRead('http://127.0.0.1:4001/dm?c=7'), true);
    assert.equal(isRead('HTTPS://data.example'), true);
    assert.equal(isRead(`http://h/${'a'.repeat(2039)}`), true);
    assert.equal(isRead(`http://h/${'a'.repeat(2040)}`), false);
    for (const text of [
      '',
      '/dm',
      'ftp://h/',
      'http:///',
      'http://u@h/',
      'http://h/#',
      'http://h/a b',
      'http://h/é',
    ])
      assert.equal(isRead(text), false, text);
  });
});
