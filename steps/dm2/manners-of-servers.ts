import type { AskedScheme } from '../../harness/cast/dm2/check-credentials';
import type { PlannedReaction, ServerHabits } from '../../harness/cast/dm2/server-habits';
import { Inconclusive } from '../../harness/verdict/deviation';
import { CODE_PATTERN, codeOf } from './codes';
import type { Script } from './manners';
import { type Wording, wording } from './wording';

const SCHEMES: { readonly [words: string]: readonly AskedScheme[] } = {
  Basic: ['Basic'],
  Digest: ['Digest'],
  'MD5 Digest': ['MD5 Digest'],
  // The weaker one first, so that a client which takes the first is found out.
  'Digest and Basic': ['Basic', 'MD5 Digest', 'Digest'],
};

export const SERVER_MANNERS: readonly Wording<Script>[] = [
  wording('asks for (Basic|Digest|MD5 Digest|Digest and Basic) credentials', (schemes) =>
    habits({ asksFor: SCHEMES[schemes] ?? [] }),
  ),
  wording('refuses all credentials', () => habits({ refusesCredentials: true })),
  wording('finds the nonce stale once', () => habits({ findsNonceStale: true })),
  wording('sends END (behind the commands|before the commands|alone)', (place) =>
    habits(place === 'alone' ? {} : { end: place === 'before the commands' ? place : 'behind the commands' }),
  ),
  wording('hands out no Link', () => habits({ link: 'none' })),
  wording('hands out a Link to another origin', () => habits({ link: 'another origin' })),
  wording('hands out a relative Link', () => habits({ link: 'relative' })),
  wording('accepts text/plain only', () => habits({ objectTypes: ['text/plain'] })),
  wording(`answers package ([13]) with (${CODE_PATTERN})( once)?`, (number, code, once) =>
    reaction(number, codeOf(code), once !== ''),
  ),
  wording('redirects package ([13])', (number) => reaction(number, 'redirect', false)),
  wording('leaves package ([13]) without an answer( once)?', (number, once) =>
    reaction(number, 'silent', once !== ''),
  ),
  wording('breaks the connection after package ([13])( once)?', (number, once) =>
    reaction(number, 'broken', once !== ''),
  ),
  wording(`answers the report with (${CODE_PATTERN}) once`, (code) => ({ dm2 }) => {
    dm2.asker.reportAnswers = [codeOf(code)];
  }),
  wording('has a certificate of (an unknown authority|another name)', (flaw) => async ({ dm2 }) => {
    const { stage } = dm2;
    if (stage.showWrongCertificate === undefined)
      throw new Inconclusive('the testers have no certificates on this link');
    await stage.showWrongCertificate(flaw === 'another name' ? 'other-name' : 'unknown-authority');
  }),
];

function habits(change: Partial<ServerHabits>): Script {
  return ({ dm2 }) => {
    dm2.server.habits = { ...dm2.server.habits, ...change };
  };
}

function reaction(number: string, how: PlannedReaction['how'], isOnce: boolean): Script {
  return ({ dm2 }) => {
    const planned: PlannedReaction = { package: number === '1' ? 1 : 3, how, isOnce };
    dm2.server.habits = { ...dm2.server.habits, reactions: [...dm2.server.habits.reactions, planned] };
  };
}
