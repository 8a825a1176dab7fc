import type { DataTable } from '@cucumber/cucumber';
import { registrationRequest } from '../../../harness/cast/registration';
import { discoveryOn } from '../../../harness/cast/session/session-drafts';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import { stimulus } from '../../say';
import type { FlowproofWorld } from '../../world';
import { identified, playOf, stimulate } from './play';
import { rowsToSend } from './rows';
import { deletePolicy, endSession, establish, setPolicy } from './sending';

/** At the target: an application creates its AE, a CSE its remoteCSE. */
stimulus('{party} registers with the session capability', async function (party: string) {
  const { cast, scene } = playOf(this);
  const { originator: by, registration } = await cast.registration(party);
  const draft = registrationRequest(scene.stage, registration);
  const turn = stimulate(this, { party, by, message: 'registration', draft });
  const response = await turn.answer();
  if (response.responseStatusCode === RSC.CREATED)
    cast.enterRegistered(party, { originator: by, registration, response });
});

stimulus('{party} subscribes to its sessions', function (party: string) {
  return subscribe(this, party, party);
});

stimulus('{party} subscribes to the sessions of {party}', function (party: string, owner: string) {
  return subscribe(this, party, owner);
});

stimulus(
  '{party} discovers the applications for sessions on {party}',
  async function (party: string, where: string) {
    const play = playOf(this);
    await play.cast.ready(['AE1', 'AE2', ...(where === 'the CSE' ? [] : [where])]);
    const by = await play.originatorFor(party);
    const base = this.scene.required(where);
    const to = play.asSeenBy(by, `${base.cseID}/${base.structured}`);
    stimulate(this, { party, by, message: 'discovery', draft: discoveryOn(to) });
  },
);

stimulus(
  '{party} establishes a session {name} with {party}',
  async function (initiating: string, session: string, target: string) {
    await establish(this, { initiating, session, target });
  },
);

stimulus(
  '{party} establishes a session {name} with {party} with:',
  async function (initiating: string, session: string, target: string, table: DataTable) {
    const rows = await rowsToSend(this, table.raw(), initiating);
    await establish(this, { initiating, session, target }, rows);
  },
);

stimulus(
  '{party} establishes the sessions {name} and {name} with {party} at once',
  async function (initiating: string, one: string, other: string, target: string) {
    await establish(this, { initiating, session: one, target });
    await establish(this, { initiating, session: other, target });
  },
);

stimulus(
  '{party} establishes the sessions {name} and {name} with {party} at once with:',
  async function (initiating: string, one: string, other: string, target: string, table: DataTable) {
    const rows = await rowsToSend(this, table.raw(), initiating);
    await establish(this, { initiating, session: one, target }, rows);
    await establish(this, { initiating, session: other, target }, rows);
  },
);

/** The same octets as before. */
stimulus('{party} sends the establishment of {name} again', function (_party: string, session: string) {
  const before = playOf(this).sent.findLast(
    ({ sending }) => sending.message === 'establishment' && sending.session === session,
  );
  if (!before) throw new Error(`"${session}" was not established`);
  const { requestIdentifier } = before.turn;
  stimulate(this, { ...before.sending, draft: { ...before.sending.draft, requestIdentifier } });
});

stimulus(
  '{party} sets a policy {name} on {name} with:',
  async function (party: string, policy: string, session: string, table: DataTable) {
    await setPolicy(this, { party, policy, session }, await rowsToSend(this, table.raw(), party));
  },
);

stimulus('{party} deletes the policy {name}', async function (party: string, policy: string) {
  await deletePolicy(this, party, policy);
});

stimulus('{party} ends session {name}', async function (party: string, session: string) {
  await endSession(this, party, session);
});

/** At the CSE, under the identifier of the session. */
stimulus('{party} ends session {name} by its identifier', async function (party: string, session: string) {
  await endSession(this, party, session, { byIdentifier: true });
});

stimulus(
  '{party} ends the sessions {name} and {name} at once',
  async function (party: string, one: string, other: string) {
    await Promise.all([identified(this, one), identified(this, other)]);
    await endSession(this, party, one);
    await endSession(this, party, other);
  },
);

stimulus(
  '{party} and {party} end session {name} at once',
  async function (one: string, other: string, session: string) {
    await endSession(this, one, session);
    await endSession(this, other, session);
  },
);

/** By itself: its AE at the target. */
stimulus('{party} is deleted', async function (party: string) {
  const by = await playOf(this).speakerFor(party);
  const draft = { operation: 'delete', to: this.scene.required(party).structured } as const;
  stimulate(this, { party, by, message: undefined, draft });
});

async function subscribe(world: FlowproofWorld, party: string, owner: string): Promise<void> {
  const { cast } = playOf(world);
  await cast.ready([party, owner]);
  const { originator: by, notificationURI } = await cast.application(party);
  const draft = cast.subscription(owner, notificationURI);
  const turn = stimulate(world, { party, by, message: 'subscription', draft });
  await turn.finish();
  if (party === owner) cast.subscribesItself(party);
}
