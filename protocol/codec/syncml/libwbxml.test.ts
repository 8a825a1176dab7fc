import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SYNCML_MESSAGE } from '../../../fixtures/arbitraries/syncml';
import type { SyncMLMessage } from '../../model/syncml-message';
import { decodeSyncMLWbxml, encodeSyncMLWbxml } from './syncml-wbxml';
import { decodeSyncMLXml, encodeSyncMLXml } from './syncml-xml';

/** A second opinion: the tools of Debian's libwbxml2-utils read what we write, and we read what they write. */
const DOCTYPE = '<!DOCTYPE SyncML PUBLIC "-//SYNCML//DTD SyncML 1.2//EN" "SyncML.dtd">';
const SEED = 20261120;

function isInstalled(tool: string): boolean {
  return spawnSync(tool, ['-h'], { stdio: 'ignore' }).error === undefined;
}

function run(tool: string, options: readonly string[], input: Uint8Array): Buffer {
  const { status, stdout, stderr } = spawnSync(tool, [...options, '-o', '-', '-'], { input });
  assert.equal(status, 0, `${tool}: ${stderr}`);
  return stdout;
}

/** Line breaks are left out: the tools make CR LF of a line feed in data, and write a bare carriage return. */
function isCarriedByTools(message: SyncMLMessage): boolean {
  return !/[\n\r]|&#xD;/u.test(encodeSyncMLXml(message));
}

const MESSAGES = fc
  .sample(SYNCML_MESSAGE, { seed: SEED, numRuns: 120 })
  .filter(isCarriedByTools)
  .slice(0, 40);

const missing = ['xml2wbxml', 'wbxml2xml'].filter((tool) => !isInstalled(tool));
const skip =
  missing.length > 0 && `NOT RUN: ${missing.join(' and ')} not found; install Debian's libwbxml2-utils`;
if (skip) console.log(`SyncML beside libwbxml: ${skip}`);

describe('SyncML beside libwbxml', { skip }, () => {
  it('has enough messages to compare', () => assert.equal(MESSAGES.length, 40));

  it('wbxml2xml reads the WBXML that we write', () => {
    for (const value of MESSAGES) {
      const xml = run('wbxml2xml', ['-k', '-m', '0'], encodeSyncMLWbxml(value)).toString();
      const read = decodeSyncMLXml(Buffer.from(xml.replace(/<!DOCTYPE[^>]*>/u, '')));
      assert.deepEqual(read, { ok: true, value }, `seed ${SEED}: ${xml}`);
    }
  });

  it('we read the WBXML that xml2wbxml makes of our XML, with a string table and without', () => {
    for (const value of MESSAGES) {
      const xml = Buffer.from(encodeSyncMLXml(value).replace('<SyncML', `${DOCTYPE}<SyncML`));
      for (const options of [['-k'], ['-k', '-n'], ['-k', '-v', '1.1'], ['-k', '-a']]) {
        const read = decodeSyncMLWbxml(run('xml2wbxml', options, xml));
        assert.deepEqual(read, { ok: true, value }, `seed ${SEED}, ${options}: ${xml}`);
      }
    }
  });
});
