import type { SyncMLMessage } from '../../../protocol/model/syncml-message';
import { ALERT_CODES } from '../../../protocol/tables/syncml/alert-codes';
import { hasAlert } from './client-answers';
import type { ClientSideSession } from './client-side-session';
import type { Judgement } from './credentials';
import type { ServerSideSession } from './server-side-session';
import type { MessageArrival } from './syncml-messages';

/** A message of the target in a session with a tester. */
export interface TargetMessage {
  readonly arrival: MessageArrival;
  readonly message: SyncMLMessage;
  /** Of its credentials, as the tester judged them. */
  readonly judgement: Judgement | undefined;
  readonly package: 1 | 2 | 3 | 4;
  /** Where it was sent; only of a client. */
  readonly to?: string;
  readonly at: number;
}

/** A session as a step looks at it: what the target said, and what it was told. */
export interface SessionView {
  readonly target: 'client' | 'server';
  readonly fromTarget: readonly TargetMessage[];
  readonly fromTester: readonly SyncMLMessage[];
}

/** A session in which the target is the client. */
export function viewOfServerSide({ turns }: ServerSideSession): SessionView {
  let opening = true;
  const fromTarget = turns.map(({ arrival, judgement, to, at }, index): TargetMessage => {
    const { message } = arrival;
    const before = turns[index - 1]?.arrival.message;
    // Package 1 goes on until it is final, and is sent again after a challenge.
    if (before?.final === true && !opens(message)) opening = false;
    return { arrival, message, judgement, to, at, package: opening ? 1 : 3 };
  });
  return { target: 'client', fromTarget, fromTester: turns.map(({ sent }) => sent) };
}

/** A session in which the target is the server. */
export function viewOfClientSide({ turns }: ClientSideSession): SessionView {
  let beginning = true;
  let wasFinal = false;
  const fromTarget = turns.flatMap(({ arrival, judgement, sent, at }): TargetMessage[] => {
    if (wasFinal && !opens(sent)) beginning = false;
    if (arrival.kind !== 'message') return [];
    const { message } = arrival;
    wasFinal = message.final;
    return [{ arrival, message, judgement, at, package: beginning ? 2 : 4 }];
  });
  return { target: 'server', fromTarget, fromTester: turns.map(({ sent }) => sent) };
}

function opens(message: SyncMLMessage): boolean {
  return (
    hasAlert(message, ALERT_CODES.SERVER_INITIATED_MANAGEMENT) ||
    hasAlert(message, ALERT_CODES.CLIENT_INITIATED_MANAGEMENT)
  );
}
