import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withAddedHeaders } from './added-headers';
import { createInProcessLink } from './in-process';

test('added headers go to the one origin and to no other', async () => {
  const link = createInProcessLink();
  const seen: (string | null)[] = [];
  const endpoint = async (request: Request) => {
    seen.push(request.headers.get('authorization'));
    return new Response(null, { status: 204 });
  };
  const target = await link.listen('target', endpoint);
  const other = await link.listen('other', endpoint);
  const adding = withAddedHeaders(link, target.address, { Authorization: 'Basic secret' });
  await adding.send(new Request(`${target.address}/a`));
  await adding.send(new Request(`${other.address}/b`));
  assert.deepEqual(seen, ['Basic secret', null]);
});
