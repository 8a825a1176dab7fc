import type { Item } from '../../protocol/model/syncml-item';
import type { Outcome } from './outcome';
import type { PerformedStatus } from './performed';

/** One status for the command, or one for each item where their codes differ. @see RepPro StatusType */
export function statusesOf(items: readonly Item[], outcomes: readonly Outcome[]): readonly PerformedStatus[] {
  const [first] = outcomes;
  if (first === undefined) return [];
  if (outcomes.every(({ code }) => code === first.code)) {
    const details = outcomes.flatMap((outcome) => outcome.details ?? []);
    return [{ code: first.code, ...withDetails(details) }];
  }
  return outcomes.map(({ code, details = [] }, index) => {
    const item = items[index];
    return { code, ...(item === undefined ? {} : { item }), ...withDetails(details) };
  });
}

function withDetails(details: readonly Item[]): Pick<PerformedStatus, 'details'> {
  return details.length === 0 ? {} : { details };
}
