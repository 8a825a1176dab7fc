import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CseProcedures } from '../procedures';
import { answering, testBed } from '../test-bed';
import { defaultGroupProcedures } from './default-group-procedures';
import { makeGroup, registerCse } from './group-bed';

/** What a request to a group of `/cse2/a` and `/cse2/b` does when one procedure is replaced. */
async function withProcedures(procedures: Partial<CseProcedures>, parameters: object = {}) {
  const bed = testBed({ peer: answering(2000), procedures });
  await registerCse(bed, 'cse2');
  await makeGroup(bed, ['/cse2/a', '/cse2/b', '/cse2/b']);
  const response = await bed.ask({ operation: 'retrieve', to: 'cse-base/g/fopt', ...parameters });
  return { code: response.responseStatusCode, sent: bed.sent.map(({ request }) => request) };
}

test('as it is: duplicates leave, 4000 without somecast, identifiers go to the members', async () => {
  assert.equal((await withProcedures({}, { groupSomecastTargetNumber: 1 })).code, 4000);
  assert.equal((await withProcedures({})).sent.length, 2);
});

test('each replaced procedure changes what it is named after, and nothing else', async () => {
  const duplicates = await withProcedures({ removeDuplicateMembers: (_cse, memberIDs) => memberIDs });
  assert.equal(duplicates.sent.length, 3);
  const somecast = { checkSomecast: () => undefined, chooseRoundRobin: () => ['/cse2/b'] };
  const chosen = await withProcedures(somecast, { groupSomecastTargetNumber: 1 });
  assert.deepEqual(
    chosen.sent.map(({ to }) => to),
    ['/cse2/b'],
  );
  const plain = await withProcedures({
    memberRequest: (cse, identified, member) => {
      const { groupRequestIdentifier: _gid, ...request } = defaultGroupProcedures.memberRequest(
        cse,
        identified,
        member,
      );
      return request;
    },
  });
  assert.deepEqual(
    plain.sent.map(({ groupRequestIdentifier }) => groupRequestIdentifier),
    [undefined, undefined],
  );
  assert.equal(plain.code, 2000);
});
