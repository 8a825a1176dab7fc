import { Given } from '@cucumber/cucumber';
import { check } from '../../../harness/verdict/check';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { FlowproofWorld } from '../../world';
import { hostForApplication } from '../application';
import { answeredWith, establishFor, invitation, offerSessions, ownPlace, sessionsOf } from './application';
import { inTime } from './patience';
import { playOf } from './play';

Given('the application offers sessions', function (this: FlowproofWorld) {
  return haveOffered(this);
});

Given(
  'the application has a session {name} with {party}',
  async function (this: FlowproofWorld, session: string, partner: string) {
    await establishFor(this, session, partner);
    await inTime(this, () => {
      const { sessionID } = playOf(this).session(session);
      const established = sessionsOf(this)
        .sent('establishment')
        .some(({ answer }) => answer !== undefined);
      check(sessionID !== undefined && established, 'what the application sent', 'an establishment', 'none');
    });
  },
);

Given(
  'the application has been invited to a session {name} by {party}',
  async function (this: FlowproofWorld, session: string, partner: string) {
    await haveOffered(this);
    const { event } = await invitation(this, session, partner);
    await sessionsOf(this).notify(event);
    const code = answeredWith(this);
    check(code === RSC.OK, 'the answer of the application to the invitation', 'OK (2000)', String(code));
  },
);

/** Below its AE. */
Given('the application has a container {name}', function (this: FlowproofWorld, name: string) {
  ownPlace(this);
  hostForApplication(this, name, 'container');
});

async function haveOffered(world: FlowproofWorld): Promise<void> {
  await offerSessions(world);
  await inTime(world, () => {
    const subscribed = sessionsOf(world).sent('subscription').length > 0;
    check(subscribed, 'what the application sent', 'a subscription to its sessions', 'none');
  });
}
