import { check, show } from '../../harness/verdict/check';
import type { Path } from '../parameter-types';
import { consequence } from '../say';
import { resourceNow } from './resource-now';

consequence('{path} has the resourceName of the request', async function (path: Path) {
  const { content } = this.turn.draft;
  const given = content?.kind === 'resource' ? content.resource.attributes.resourceName : undefined;
  const { resourceName } = (await resourceNow(this, path)).attributes;
  check(resourceName === given, `resourceName of "${path.name}"`, show(given), show(resourceName));
});

/** In any scope: relative to the CSE, to the service provider, or absolute. */
consequence(
  'the answer lists {members} by their structured identifiers',
  async function (members: readonly Path[]) {
    const { content } = await this.answer();
    const listed = content?.kind === 'uriList' ? content.uris : [];
    for (const { name } of members) {
      const { structured } = this.scene.required(name);
      const holds = listed.some((uri) => uri === structured || uri.endsWith(`/${structured}`));
      check(holds, `identifier of "${name}" in ${this.turn.description}`, structured, show(listed));
    }
  },
);
