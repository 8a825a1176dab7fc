import type { ClientHabits, NotificationAnswer } from '../../harness/cast/dm2/client-tester';
import { VERB_ROWS } from '../../protocol/tables/dm2/verbs';
import { CODE_PATTERN, codeOf } from './codes';
import type { Script } from './manners';
import { type Wording, wording } from './wording';

const VERBS = VERB_ROWS.map(({ verb }) => verb).join('|');
const UNKNOWN_ALERT = {
  alertType: 'urn:flowproof:at:unknown:1.0',
  sourceURI: 'urn:flowproof:mo:nothing:1.0//',
};

export const CLIENT_MANNERS: readonly Wording<Script>[] = [
  wording('uses Digest credentials', () => habits({ scheme: 'Digest' })),
  wording('uses MD5 Digest credentials', () => habits({ scheme: 'MD5 Digest' })),
  wording('follows no Link', () => habits({ followsLink: false })),
  wording('sends every package 3 twice', () => habits({ sendsResultsTwice: true })),
  wording(`reports (${CODE_PATTERN}) for (${VERBS})`, (code, verb) => ({ dm2 }) => {
    const reports = new Map([...dm2.client.habits.reports, [verb, codeOf(code)]]);
    dm2.client.habits = { ...dm2.client.habits, reports };
  }),
  wording('reports an unknown alert as well', () => habits({ alerts: [UNKNOWN_ALERT] })),
  wording('lists its objects', () => habits({ listsObjects: true })),
  wording('vanishes after package 2', () => habits({ vanishes: true })),
  wording('does not come', () => habits({ comesWhenNotified: false })),
  wording('is out of reach', () => habits({ outOfReachFor: Number.POSITIVE_INFINITY })),
  wording('is out of reach for the first (\\d+) attempts?', (count) =>
    habits({ outOfReachFor: Number(count) }),
  ),
  wording(`answers the notification with (${CODE_PATTERN})( once)?`, (code, once) =>
    notificationAnswer({ how: codeOf(code), isOnce: once !== '' }),
  ),
  wording('leaves the notification without an answer( once)?', (once) =>
    notificationAnswer({ how: 'silent', isOnce: once !== '' }),
  ),
];

function habits(change: Partial<ClientHabits>): Script {
  return ({ dm2 }) => {
    dm2.client.habits = { ...dm2.client.habits, ...change };
  };
}

function notificationAnswer(answer: NotificationAnswer): Script {
  return ({ dm2 }) => {
    const notificationAnswers = [...dm2.client.habits.notificationAnswers, answer];
    dm2.client.habits = { ...dm2.client.habits, notificationAnswers };
  };
}
