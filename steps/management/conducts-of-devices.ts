import { durationOf } from '../parameter-types';
import { dmStatusOf, STATUS_PATTERN } from './outcome';
import { type ConductRow, row, withChange, withConduct, withHabits } from './player';

/** How clients take package 0, open sessions and answer commands, other than by the book. */

const DURATION = '(\\d+ (?:milli)?(?:second|minute|hour)s?)';
const COMMAND = '(Add|Replace|Delete|Get|Exec|Copy|Atomic|Sequence|every command)';

export const DEVICE_CONDUCTS: readonly ConductRow[] = [
  row('(?:is|are) offline', (player) => withConduct(player, { offlineFor: Number.POSITIVE_INFINITY })),
  row('(?:is|are) offline for the first (\\d+) packages? 0', (player, count = '') =>
    withConduct(player, { offlineFor: Number(count) }),
  ),
  row('never connects?', (player) => withConduct(player, { connects: false })),
  row(`connects? after ${DURATION}`, (player, time = '') =>
    withConduct(player, { connectsAfter: player.scaled(durationOf(time)) }),
  ),
  row(`answers? after ${DURATION}`, (player, time = '') =>
    withConduct(player, { answersAfter: player.scaled(durationOf(time)) }),
  ),
  row('answers? after the time limit', (player) => {
    const { deviceTimeLimit } = player.scene.stage.target.ixit.gfo;
    withConduct(player, { answersAfter: 1.2 * deviceTimeLimit });
  }),
  row('drops? the connection after (\\d+) answers?', (player, count = '') =>
    withConduct(player, { answersBeforeDrop: Number(count) }),
  ),
  row('answers? twice', (player) => withConduct(player, { answersTwice: true })),
  row(`refuses? ${COMMAND} with (${STATUS_PATTERN})`, (player, command = '', status = '') => {
    const code = dmStatusOf(status);
    const isMeant = (kind: string): boolean => command === 'every command' || kind === command;
    withHabits(player, { refuses: ({ kind }) => (isMeant(kind) ? code : undefined) });
  }),
  row('uses? the session identifier "([^"]*)"', (player, sessionID = '') =>
    withConduct(player, { sessionID }),
  ),
  row('leaves? DevInfo out', (player) => withConduct(player, { information: () => [] })),
  row('sends? interior DevInfo nodes', (player) =>
    withConduct(player, {
      information: (items) => [
        { source: { uri: './DevInfo' }, meta: { format: 'node' }, data: 'DevId/Man/Mod/DmV/Lang/Ext' },
        ...items,
        { source: { uri: './DevInfo/Ext' }, meta: { format: 'node' }, data: '' },
      ],
    }),
  ),
  row('sends? no LocName', (player) =>
    withChange(player, (outgoing) => {
      const { header } = outgoing.message;
      const { uri } = header.source;
      return { ...outgoing, message: { ...outgoing.message, header: { ...header, source: { uri } } } };
    }),
  ),
  // This is what the testers do: they say nothing where there is nothing to be answered.
  row('stops? silently', () => undefined),
  row('speaks? (XML|WBXML)', (player, name = '') =>
    withConduct(player, { serialization: name === 'WBXML' ? 'wbxml' : 'xml' }),
  ),
];
