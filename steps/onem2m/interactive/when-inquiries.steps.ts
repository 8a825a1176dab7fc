import { writtenRepresentation } from '../../../harness/cast/written-representation';
import type { PrimitiveContent } from '../../../protocol/model/primitive-content';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import type { Path } from '../../parameter-types';
import { stimulus } from '../../say';
import { inquiryOf, toRequestResource } from './inquiry';

stimulus('{originator} inquires the results', async function (originator: string) {
  await this.stimulate(await this.scene.originator(originator), await toRequestResource(this, 'retrieve'));
});

stimulus(
  '{originator} inquires the results of {members}',
  async function (originator: string, members: readonly Path[]) {
    await this.stimulate(await this.scene.originator(originator), await inquiryOf(this, members));
  },
);

stimulus('{originator} deletes the request resource', async function (originator: string) {
  await this.stimulate(await this.scene.originator(originator), await toRequestResource(this, 'delete'));
});

stimulus('{originator} updates the request resource', async function (originator: string) {
  const draft = await toRequestResource(this, 'update', { content: TOUCHED });
  await this.stimulate(await this.scene.originator(originator), draft);
});

stimulus('{originator} creates a request resource', async function (originator: string) {
  const { resourceName: to } = this.scene.stage.cse;
  const draft = { operation: 'create', to, resourceType: ResourceType.request, content: TOUCHED } as const;
  await this.stimulate(await this.scene.originator(originator), draft);
});

const TOUCHED: PrimitiveContent = {
  kind: 'resource',
  resource: writtenRepresentation('m2m:req', { labels: ['touched'] }),
};
