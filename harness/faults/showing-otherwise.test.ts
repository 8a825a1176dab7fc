import assert from 'node:assert/strict';
import test from 'node:test';
import { defaultProcedures } from '../../reference-impl/cse/default-procedures';
import { makeContainers, makeGroup } from '../../reference-impl/cse/group/group-bed';
import { interactively, requestAddress } from '../../reference-impl/cse/interactive/interactive-bed';
import { outstandingRequest } from '../../reference-impl/cse/interactive/outstanding';
import { attributesOf, testBed } from '../../reference-impl/cse/test-bed';
import { showingOthers } from './showing-otherwise';

test('an inquiry shows what was chosen, and what is in stays as it is', async () => {
  const procedures = showingOthers(({ results }) => results.slice(1))(defaultProcedures);
  const bed = testBed({ procedures });
  await makeGroup(bed, await makeContainers(bed, 2));
  const to = requestAddress(await bed.ask(interactively([])));
  await bed.clock.advance(1_000);

  const shown = JSON.stringify(attributesOf(await bed.ask({ operation: 'retrieve', to })).operationResult);
  assert.ok(!shown.includes('cse-base/m1'), shown);
  assert.ok(shown.includes('cse-base/m2'), shown);
  const requestID = to.split('/').at(-1) ?? '';
  assert.deepEqual(
    outstandingRequest(bed.cse, requestID)?.results.map(({ from }) => from),
    ['cse-base/m1', 'cse-base/m2'],
  );
});
