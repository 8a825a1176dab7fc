import { type DataTable, Given } from '@cucumber/cucumber';
import type { Position } from '../../../harness/cast/session/session-cast';
import type { SessionMessage } from '../../../harness/cast/session/session-message';
import type { FlowproofWorld } from '../../world';
import { make } from '../making';
import { sessionsOf } from './application';
import { behave } from './manners';
import { playOf } from './play';
import { rowsToSend } from './rows';

/** Who stands where between AE1, which begins sessions, and AE2, which is invited. */
Given('the CSE is the {position} CSE', function (this: FlowproofWorld, position: Position) {
  playOf(this).cast.stand(position);
});

Given('{party} lacks the session capability', function (this: FlowproofWorld, party: string) {
  playOf(this).cast.withoutCapability(party);
});

Given('{party} has not subscribed to its sessions', function (this: FlowproofWorld, party: string) {
  playOf(this).cast.withoutSubscription(party);
});

/** The remoteCSE of the second names the first among its descendants; what goes to the first arrives at the second. */
Given(
  '{party} is registered at {party}, which is reached through {party}',
  function (this: FlowproofWorld, application: string, registrar: string, gateway: string) {
    playOf(this).cast.standBehind(application, registrar, gateway);
  },
);

/** A child of its AE, where that is registered. */
Given('{party} has a container {name}', async function (this: FlowproofWorld, owner: string, name: string) {
  if (this.scene.stage.application) sessionsOf(this);
  const { cast, scene } = playOf(this);
  if (cast.isAtTarget(owner)) {
    const { originator } = await cast.registered(owner);
    await make(this, { kind: 'container', name, parent: owner, by: originator });
    return;
  }
  const { cseID, resourceName } = await cast.played(owner);
  const structured = `base/${resourceName}/${name}`;
  (await cast.cse(cast.playerOf(owner))).hostContainer(`${cseID}/${structured}`);
  scene.places.add({
    name,
    typeName: 'container',
    element: 'm2m:cnt',
    cseID,
    resourceID: `id-${name}`,
    structured,
  });
});

Given(
  '{party} refuses the {sessionMessage} with {status}',
  function (this: FlowproofWorld, party: string, message: SessionMessage, status: number) {
    return behave(this, party, message, { kind: 'refuse', status });
  },
);

Given(
  '{party} stays silent to the {sessionMessage}',
  function (this: FlowproofWorld, party: string, message: SessionMessage) {
    return behave(this, party, message, { kind: 'silent', firstOnly: false });
  },
);

/** By the book from the second one on. */
Given(
  '{party} stays silent to the first {sessionMessage}',
  function (this: FlowproofWorld, party: string, message: SessionMessage) {
    return behave(this, party, message, { kind: 'silent', firstOnly: true });
  },
);

Given(
  '{party} answers the {sessionMessage} after {duration}',
  function (this: FlowproofWorld, party: string, message: SessionMessage, milliseconds: number) {
    return behave(this, party, message, { kind: 'late', milliseconds });
  },
);

/** By the book but for these attributes; `body` is what goes out in place of the whole content. */
Given(
  '{party} answers the {sessionMessage} with:',
  async function (this: FlowproofWorld, party: string, message: SessionMessage, table: DataTable) {
    const { changes, special } = await rowsToSend(this, table.raw(), party);
    const body = special.get('body')?.replace(/^'([\s\S]*)'$/, '$1');
    const manner = { kind: 'with', changes, ...(body !== undefined && { body }) } as const;
    await behave(this, party, message, manner);
  },
);

/** Only since it has registered and subscribed, as far as it does. */
Given('{party} cannot be reached', async function (this: FlowproofWorld, party: string) {
  const { cast, scene } = playOf(this);
  if (!scene.stage.application) {
    await cast.ready([party]);
    await cast.subscribed(party);
  }
  (await cast.mannersOf(party)).vanish();
});

Given('{party} answers again', async function (this: FlowproofWorld, party: string) {
  (await playOf(this).cast.mannersOf(party)).answerAgain();
});
