import { type DataTable, Given } from '@cucumber/cucumber';
import { scheduleEntries, windowFrom } from '../../../harness/cast/session/window';
import { SessionDelivery } from '../../../protocol/tables/onem2m/enumerations';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Path } from '../../parameter-types';
import type { FlowproofWorld } from '../../world';
import { atBeginningOfSecond } from './opening';
import { mustBe } from './play';
import { rowsToSend, type SentRows } from './rows';
import { endSession, establish, setPolicy, update } from './sending';

Given(
  '{party} has established a session {name} with {party}',
  function (this: FlowproofWorld, initiating: string, session: string, target: string) {
    return haveEstablished(this, { initiating, session, target });
  },
);

Given(
  '{party} has established a session {name} with {party} with:',
  async function (
    this: FlowproofWorld,
    initiating: string,
    session: string,
    target: string,
    table: DataTable,
  ) {
    const rows = await rowsToSend(this, table.raw(), initiating);
    await haveEstablished(this, { initiating, session, target }, rows);
  },
);

/** Set by AE1 where it stands, for the CSE only. */
Given(
  'a policy {name} on {name} that opens in {duration} for {duration}',
  async function (this: FlowproofWorld, policy: string, session: string, opensIn: number, opensFor: number) {
    await atBeginningOfSecond(this);
    const window = windowFrom(this.scene.stage.time.now(), opensIn, opensFor);
    const changes = {
      delivery: SessionDelivery.storeAndForward,
      scheduleElement: { scheduleEntry: scheduleEntries(window) },
      appliesTo: [this.scene.stage.cse.cseID],
    };
    await haveSet(this, { policy, session, rows: { changes, windows: [window] } });
  },
);

/** Set by AE1 where it stands. */
Given(
  'a policy {name} on {name} with:',
  async function (this: FlowproofWorld, policy: string, session: string, table: DataTable) {
    await haveSet(this, { policy, session, rows: await rowsToSend(this, table.raw(), 'AE1') });
  },
);

Given(
  '{party} has updated {path} in session {name}',
  async function (this: FlowproofWorld, party: string, path: Path, session: string) {
    await mustBe(await update(this, { party, path, session }), RSC.UPDATED);
  },
);

Given(
  '{party} has ended session {name}',
  async function (this: FlowproofWorld, party: string, session: string) {
    await mustBe(await endSession(this, party, session), RSC.DELETED);
  },
);

interface Words {
  readonly initiating: string;
  readonly session: string;
  readonly target: string;
}

async function haveEstablished(world: FlowproofWorld, words: Words, rows?: SentRows): Promise<void> {
  await mustBe(await establish(world, words, rows), RSC.CREATED);
}

async function haveSet(
  world: FlowproofWorld,
  { policy, session, rows }: { policy: string; session: string; rows: Partial<SentRows> },
): Promise<void> {
  await mustBe(await setPolicy(world, { party: 'AE1', policy, session }, rows), RSC.CREATED);
}
