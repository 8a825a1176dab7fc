import { ResourceType } from '../../../protocol/tables/onem2m/resource-type-numbers';
import type { Chain } from './session-bed';

const OF_SESSIONS: readonly number[] = [
  ResourceType.session,
  ResourceType.sessionEndpoint,
  ResourceType.nextHop,
  ResourceType.sessionPolicy,
  ResourceType.sessionContext,
];
const RECORDS = ['session-credentials', 'session-debt', 'session-stored-request'];

/** What the CSEs of a chain hold of sessions, one line for each; nothing where all have ended. */
export function traces(chain: Chain): readonly string[] {
  return positionsOf(chain).flatMap((position) => [
    ...[...chain.store(position).all()]
      .filter(({ resourceType }) => OF_SESSIONS.includes(resourceType))
      .map(({ resourceName, element }) => `cse${position}: ${element} ${resourceName}`),
    ...RECORDS.flatMap((kind) =>
      chain
        .records(position)
        .all(kind)
        .map(([key]) => `cse${position}: ${kind} ${key}`),
    ),
  ]);
}

/** The identifiers of the sessions that a CSE holds. */
export function sessionsAt(chain: Chain, position: number): readonly string[] {
  return [...chain.store(position).all()]
    .filter(({ resourceType }) => resourceType === ResourceType.session)
    .map(({ resourceID }) => resourceID)
    .sort();
}

/** The CSEs that hold this text anywhere. */
export function holdersOf(chain: Chain, text: string): readonly number[] {
  return positionsOf(chain).filter((position) => {
    const resources = JSON.stringify([...chain.store(position).all()]);
    const records = RECORDS.map((kind) => JSON.stringify(chain.records(position).all(kind)));
    return [resources, ...records].some((kept) => kept.includes(text));
  });
}

export function positionsOf(chain: Chain): readonly number[] {
  return Array.from({ length: chain.length }, (_, index) => index + 1);
}
