import { isRefusal } from '../../protocol/model/refusal';
import { commandStatus } from '../../protocol/tables/dm2/status-codes';
import { dm2ClientFaults } from './dm2-client-faults';
import type { Fault } from './fault';

const CHANGE_SENT = 'A change of what was subscribed is sent';
const LASTS = 'A subscription lasts beyond its session';
const LAST_COUNTS = 'The subscription that came last counts';
const GONE = 'What is gone is sent as an empty list';

/** Deviations of a DM 2.0 client in whom it tells of what changes. @see dm2.md 5.8 */
export const DM2_SUBSCRIPTION_FAULTS: readonly Fault[] = dm2ClientFaults([
  {
    name: 'subscription-forgotten',
    description: 'Takes a subscription, and sends nothing ever.',
    catches: [CHANGE_SENT, LASTS, LAST_COUNTS, GONE],
    client: () => ({ keepChange: () => undefined }),
  },
  {
    name: 'subscription-of-the-session',
    description: 'Forgets subscriptions at the end of their session.',
    catches: [LASTS],
    client: (own) => ({
      async runSession(session) {
        const end = await own.runSession(session);
        session.client.subscriptions.clear();
        return end;
      },
    }),
  },
  {
    name: 'unsubscribe-forgotten',
    description: 'Says that a subscription is revoked, and keeps it.',
    catches: ['After UNSUB nothing is sent'],
    client: (own) => ({
      unsubscribe(mandate, clientURI) {
        const kept = own.subscriptionOf(mandate, clientURI);
        const outcome = own.unsubscribe(mandate, clientURI);
        if (kept !== undefined) mandate.client.subscriptions.add(kept);
        return outcome;
      },
    }),
  },
  {
    name: 'unsubscribe-always-done',
    description: 'Says that a subscription is revoked that never was.',
    catches: ['What is not there cannot be subscribed, nor what was not subscribed revoked'],
    client: (own) => ({
      unsubscribe(mandate, clientURI) {
        const outcome = own.unsubscribe(mandate, clientURI);
        return isRefusal(outcome) ? { status: commandStatus('OK') } : outcome;
      },
    }),
  },
  {
    name: 'subscribes-to-nothing',
    description: 'Says that it will tell of what is not there.',
    catches: ['What is not there cannot be subscribed, nor what was not subscribed revoked'],
    client: (own) => ({
      subscribe(mandate, command) {
        const outcome = own.subscribe(mandate, command);
        const isNothing = isRefusal(outcome) && outcome.status === commandStatus('NOT_FOUND');
        return isNothing ? { status: commandStatus('OK') } : outcome;
      },
    }),
  },
  {
    name: 'subscriptions-pile-up',
    description: 'Tells also those of a change whose subscription was replaced.',
    catches: [LAST_COUNTS],
    client: (own) => ({
      subscribe(mandate, command) {
        const before = own.subscriptionOf(mandate, command.clientURI);
        const outcome = own.subscribe(mandate, command);
        if (before !== undefined) mandate.client.subscriptions.add(before);
        return outcome;
      },
    }),
  },
  {
    name: 'removal-is-no-change',
    description: 'Sends nothing when a place is gone.',
    catches: [GONE],
    client: (own) => ({
      keepChange(subscription) {
        if (subscription.nodes.length > 0) own.keepChange(subscription);
      },
    }),
  },
  {
    name: 'every-change-is-told',
    description: 'Tells of any change in the tree, whatever was subscribed.',
    catches: ['A change elsewhere, and one that failed, are no news'],
    client: (own) => ({
      tellSubscribers(client) {
        for (const subscription of client.subscriptions) subscription.nodes = [];
        own.tellSubscribers(client);
      },
    }),
  },
  {
    name: 'failed-command-is-told',
    description: 'Tells all subscribers whenever data could not be fetched.',
    catches: ['A change elsewhere, and one that failed, are no news'],
    client: (own) => ({
      async fetchData(mandate, command) {
        const outcome = await own.fetchData(mandate, command);
        for (const subscription of isRefusal(outcome) ? mandate.client.subscriptions : [])
          subscription.nodes = [];
        own.tellSubscribers(mandate.client);
        return outcome;
      },
    }),
  },
]);
