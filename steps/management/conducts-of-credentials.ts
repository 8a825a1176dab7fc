import type { AuthenticationType } from '../../harness/cast/management/account';
import type { CredentialHabit } from '../../harness/cast/management/credentials';
import { type ConductRow, type Player, row, withHabits } from './player';

/** How testers of both sides prove themselves, or fail to, and what they ask of the target. */

const TYPES: { readonly [name: string]: AuthenticationType } = { basic: 'basic', MD5: 'md5', HMAC: 'hmac' };
const HOW_OFTEN: { readonly [words: string]: number } = {
  '': 1,
  ' twice': 2,
  ' for ever': Number.POSITIVE_INFINITY,
};

export const CREDENTIAL_CONDUCTS: readonly ConductRow[] = [
  row('sends? wrong credentials', (player) => always(player, 'wrong password')),
  row('sends? wrong credentials once', (player) => once(player, 'wrong password')),
  row('sends? no credentials', (player) => always(player, 'none')),
  row('sends? no credentials once', (player) => once(player, 'none')),
  row('sends? credentials of basic unasked', (player) => once(player, 'other type')),
  row('uses? the nonce of before', (player) => withHabits(player, { usesOldNonce: true })),
  row('signs? no message', (player) => always(player, 'none')),
  row('signs? wrongly', (player) => always(player, 'wrong nonce')),
  row('signs? the first message only', (player) => {
    withHabits(player, { credentials: (message) => (message === 1 ? 'right' : 'none') });
  }),
  row('asks? for (basic|MD5|HMAC) credentials( twice| for ever|)', (player, name = '', often = '') => {
    const type = TYPES[name] ?? 'md5';
    withHabits(player, { challenges: { type, times: HOW_OFTEN[often] ?? 1 } });
  }),
  row('accepts? credentials for one message only', (player) =>
    withHabits(player, { acceptsOneMessage: true }),
  ),
];

function always(player: Player, habit: CredentialHabit): void {
  withHabits(player, { credentials: () => habit });
}

/** In the first message of a session that needs them. */
function once(player: Player, habit: CredentialHabit): void {
  withHabits(player, { credentials: (message) => (message === 1 ? habit : 'right') });
}
