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
