import type { DataTable } from '@cucumber/cucumber';
import { type DM2Said, dm2SaidIn } from '../../harness/cast/dm2/dm2-sequence';
import { ACTOR_OF_DM2_ROLE } from '../../harness/cast/dm2/places';
import { Deviation } from '../../harness/verdict/deviation';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { playOf } from './play';

/** From, to, what. What two testers say to each other is passed over; a push report may come anywhere behind. */
consequence('the messages went in this order:', async function (this: FlowproofWorld, table: DataTable) {
  await this.quiet();
  const { scene, mark } = playOf(this);
  const { stage } = scene;
  const target = ACTOR_OF_DM2_ROLE[stage.role];
  const isOfTarget = ({ from, to }: Pick<DM2Said, 'from' | 'to'>) => from === target || to === target;
  const since = stage.exchanges().slice(mark.exchanges);
  const said = dm2SaidIn(since, stage.addresses).filter(isOfTarget);
  const flow = said.filter(({ word }) => word !== 'push report');
  const packages = stage.role === 'dm-server' ? roundsAsOne(flow) : flow;
  const rows = table.raw().map(([from = '', to = '', word = '']) => ({ from, to, word }));
  const expected = rows.filter(isOfTarget);
  for (let index = 0; index < Math.max(expected.length, packages.length); index += 1) {
    const [wanted, actual] = [expected[index], packages[index]];
    if (wanted !== undefined && actual !== undefined && line(wanted) === line(actual)) continue;
    throw new Deviation({
      what: `message ${index + 1} of the flow`,
      expected: wanted === undefined ? 'none' : line(wanted),
      actual: actual === undefined ? 'none' : line(actual),
      ...(actual !== undefined && { exchange: actual.exchange }),
    });
  }
  if (rows.some(({ word }) => word === 'notification'))
    this.enter('X-DM2-01', 'package 1 goes to the DM Server');
  this.enter('X-DM2-02', 'commands come in the answer to the client');
});

/** A server may take as many rounds as it likes for the commands that wait; which they are is looked at elsewhere. @see X-DM2-09 */
function roundsAsOne(said: readonly DM2Said[]): readonly DM2Said[] {
  return said.filter(({ word }, at) => {
    const isResults = word === 'package 3' && said[at + 1]?.word === 'commands';
    const isNextRound = word === 'commands' && said[at - 1]?.word === 'package 3';
    return !isResults && !isNextRound;
  });
}

function line({
  from,
  to,
  word,
}: {
  readonly from: string;
  readonly to: string;
  readonly word: string;
}): string {
  return `${word} from ${from} to ${to}`;
}
