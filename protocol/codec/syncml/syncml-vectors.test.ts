import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { DecodeFault } from '../../model/decoded';
import type { SyncMLMessage } from '../../model/syncml-message';
import { decodeSyncMLWbxml, encodeSyncMLWbxml } from './syncml-wbxml';
import { decodeSyncMLXml, encodeSyncMLXml } from './syncml-xml';

const ROOT = join(__dirname, '../../../fixtures/vectors/syncml');
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

interface Vector {
  readonly id: string;
  readonly clause: string;
  readonly xml?: string;
  /** In hexadecimal. */
  readonly wbxml?: string;
}

interface GoodVector extends Vector {
  readonly message: SyncMLMessage;
  /** A peer may write it so, we do not. */
  readonly decodeOnly?: boolean;
}

interface BadVector extends Vector {
  readonly reason: DecodeFault['reason'];
}

function vectors<T>(file: string): readonly T[] {
  return JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
}

function read({ xml, wbxml }: Vector): ReturnType<typeof decodeSyncMLXml> {
  if (xml !== undefined) return decodeSyncMLXml(new TextEncoder().encode(xml));
  return decodeSyncMLWbxml(Buffer.from(wbxml ?? '', 'hex'));
}

describe('SyncML: good vectors', () => {
  for (const vector of vectors<GoodVector>('good/messages.json')) {
    it(`${vector.id} is read (${vector.clause})`, () => {
      assert.deepEqual(read(vector), { ok: true, value: vector.message });
    });
    if (vector.decodeOnly === true) continue;
    it(`${vector.id} is written (${vector.clause})`, () => {
      if (vector.xml !== undefined) assert.equal(encodeSyncMLXml(vector.message), DECLARATION + vector.xml);
      else assert.equal(Buffer.from(encodeSyncMLWbxml(vector.message)).toString('hex'), vector.wbxml);
    });
  }
});

describe('SyncML: bad vectors', () => {
  for (const vector of vectors<BadVector>('bad/messages.json')) {
    it(`${vector.id} is refused: ${vector.reason} (${vector.clause})`, () => {
      const decoded = read(vector);
      assert.ok(!decoded.ok, 'it was read');
      assert.equal(decoded.fault.reason, vector.reason, decoded.fault.detail);
    });
  }
});
