import type { AlertCommand } from '../../../protocol/model/syncml-command';
import type { Item } from '../../../protocol/model/syncml-item';
import { ALERT_CODES, RESULT_AGGREGATION_ALERT } from '../../../protocol/tables/syncml/alert-codes';
import type { ManagementScene } from './management-scene';
import type { ServerSideSession } from './server-side-session';

/** An alert of a gateway that the results of a fan-out are there, as it came. @see GFO step 7 */
export interface ResultAlert {
  readonly alert: AlertCommand;
  readonly item: Item;
  readonly at: number;
  readonly session: ServerSideSession;
  /** Whether the gateway got the status of it, and a good one. */
  readonly isAnswered: boolean;
  readonly named: NamedResults | undefined;
}

/** The address in an alert, and where it stood. */
export interface NamedResults {
  readonly url: string;
  readonly place: 'Source' | 'Target' | 'Data';
}

const PREFIX = /^reversed-domain-name:\s*/i;

/** Alerts of this kind, in the order in which they came, repetitions too. */
export function resultAlerts({ server }: ManagementScene): readonly ResultAlert[] {
  const refused = server.refusesAlerts;
  const reactions = new Map(server.arrivals.map(({ arrival, reaction }) => [arrival, reaction]));
  const all = server.sessions.flatMap((session) =>
    session.turns
      .filter(({ judgement }) => judgement === 'right')
      .flatMap(({ arrival, at }) => {
        const isAnswered = reactions.get(arrival) === 'answer' && !refused;
        return arrival.message.commands
          .filter((command) => command.kind === 'Alert' && command.code === ALERT_CODES.GENERIC_ALERT)
          .flatMap((alert) => (alert.kind === 'Alert' ? itemsOf(alert, { at, session, isAnswered }) : []));
      }),
  );
  return all.sort((one, other) => one.at - other.at);
}

function itemsOf(
  alert: AlertCommand,
  around: Pick<ResultAlert, 'at' | 'session' | 'isAnswered'>,
): ResultAlert[] {
  return alert.items
    .filter((item) => isAboutResults(item))
    .map((item) => ({ alert, item, named: namedIn(item), ...around }));
}

/** A type of nobody's making is an alert of results as well: the document names none. */
function isAboutResults({ meta }: Item): boolean {
  const type = (meta?.type ?? '').replace(PREFIX, '').trim();
  return type === RESULT_AGGREGATION_ALERT || !/:completionstatus:|:device(?:at|de)tached:/i.test(type);
}

export function typeOf({ item }: ResultAlert): string {
  return (item.meta?.type ?? '').replace(PREFIX, '').trim();
}

function namedIn({ source, target, data }: Item): NamedResults | undefined {
  if (source !== undefined && source.uri !== '') return { url: source.uri, place: 'Source' };
  if (target !== undefined && target.uri !== '') return { url: target.uri, place: 'Target' };
  if (typeof data === 'string' && data.trim() !== '') return { url: data.trim(), place: 'Data' };
  return undefined;
}

/** Each alert once: a repetition of one that got no answer says the same. */
export function distinctAlerts(alerts: readonly ResultAlert[]): readonly (readonly ResultAlert[])[] {
  const kept: ResultAlert[][] = [];
  for (const alert of alerts) {
    const same = kept.find(([first]) => first !== undefined && sayTheSame(first, alert));
    const isRepetition = same?.every(({ isAnswered }) => !isAnswered) ?? false;
    if (same !== undefined && isRepetition) same.push(alert);
    else kept.push([alert]);
  }
  return kept;
}

function sayTheSame(one: ResultAlert, other: ResultAlert): boolean {
  return one.named?.url === other.named?.url && one.alert.correlator === other.alert.correlator;
}
