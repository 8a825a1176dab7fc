import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LinkFailure } from '../harness/links/link';
import { dm2PackageOutbound } from './dm2-package-outbound';

const PACKAGE = {
  url: 'http://127.0.0.1:4001/dm',
  deviceID: 'IMEI:493005100592800',
  message: { kind: 'response', response: { results: [{ status: 200 }], alerts: [] } },
} as const;

describe('a package', () => {
  const limit = 1024;
  for (const [failure, kind] of [
    ['unreachable', 'silent'],
    ['broken', 'silent'],
    ['timeout', 'silent'],
    ['too-large', 'unreadable'],
  ] as const)
    it(`whose exchange is ${failure} is ${kind}`, async () => {
      const send = dm2PackageOutbound(async () => {
        throw new LinkFailure(failure, PACKAGE.url, 'as the test has it');
      }, limit);
      assert.equal((await send(PACKAGE, new AbortController().signal)).kind, kind);
    });
});
