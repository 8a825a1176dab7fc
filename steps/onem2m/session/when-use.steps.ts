import type { DataTable } from '@cucumber/cucumber';
import { byTheBook } from '../../../harness/cast/session/protections';
import type { Operation } from '../../../protocol/model/operation';
import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import type { Path } from '../../parameter-types';
import { stimulus } from '../../say';
import type { FlowproofWorld } from '../../world';
import { readTable } from '../cells';
import { updateOf } from '../drafts';
import { protectionNamed, type WantedProtection } from './parameter-types';
import { identified, playOf, stimulate } from './play';
import { rowsToSend } from './rows';
import { addressFor, askIn, sendUpdate, type UseWords, update } from './sending';

stimulus(
  '{party} updates {path} in session {name}',
  async function (party: string, path: Path, session: string) {
    await update(this, { party, path, session });
  },
);

/** By the book but for the rows. */
stimulus(
  '{party} updates {path} in session {name} with:',
  async function (party: string, path: Path, session: string, table: DataTable) {
    const rows = await rowsToSend(this, table.raw(), party);
    const words = rows.special.get('protected data') ?? '(absent)';
    const protection = words === '(absent)' ? byTheBook : protectionNamed(words);
    await update(this, { party, path, session }, { protection, rows });
  },
);

stimulus(
  '{party} updates {path} in session {name} with protected data {protection}',
  async function (party: string, path: Path, session: string, protection: WantedProtection) {
    await (protection
      ? update(this, { party, path, session }, { protection })
      : updateAgain(this, { party, path, session }));
  },
);

/** One after the other, a fifth of a second apart, and nobody waits for an answer. */
stimulus(
  '{party} updates {path} in session {name} {int} times',
  async function (party: string, path: Path, session: string, times: number) {
    for (let count = 0; count < times; count += 1) {
      await update(this, { party, path, session });
      await this.scene.stage.time.elapse(this.scaled(200));
    }
  },
);

stimulus(
  '{party} {does} {path} in session {name}',
  async function (party: string, operation: Operation, path: Path, session: string) {
    await askIn(this, operation, { party, path, session });
  },
);

stimulus(
  '{party} creates a contentInstance in {path} in session {name}',
  async function (party: string, path: Path, name: string) {
    const { sessionID } = await identified(this, name);
    const by = await playOf(this).originatorFor(party);
    const resource = { element: 'm2m:cin', attributes: { content: 'x' } };
    const draft = {
      operation: 'create',
      to: addressFor(this, party, path),
      resourceType: ResourceType.contentInstance,
      content: { kind: 'resource', resource },
      sessionID,
    } as const;
    stimulate(this, { party, by, message: undefined, session: name, draft });
  },
);

/** The same octets as before. */
stimulus('{party} repeats its last request', function (party: string) {
  const before = playOf(this).sent.findLast(({ sending }) => sending.party === party);
  if (!before) throw new Error(`${party} has sent nothing yet`);
  const { requestIdentifier } = before.turn;
  stimulate(this, { ...before.sending, draft: { ...before.sending.draft, requestIdentifier } });
});

stimulus(
  '{party} updates {path} outside of a session with:',
  async function (party: string, path: Path, table: DataTable) {
    const by = await playOf(this).originatorFor(party);
    const draft = {
      ...updateOf(this, path, readTable(this, table.raw())),
      to: addressFor(this, party, path),
    };
    stimulate(this, { party, by, message: undefined, draft });
  },
);

/** The octets of the last update that was accepted. */
async function updateAgain(world: FlowproofWorld, words: UseWords): Promise<void> {
  const { sent } = await identified(world, words.session);
  const last = sent.at(-1);
  if (!last) throw new Error(`nobody has updated anything in "${words.session}" yet`);
  await sendUpdate(world, words, { protectedData: last.data });
}
