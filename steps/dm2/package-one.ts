import { type RawMessage, withHeader, withJson } from '../../harness/cast/dm2/raw-message';
import type { Initiation, SessionStart } from '../../protocol/model/dm2-package';
import type { Part } from './notification-octets';

/** Package 1 with the parts that a table names, for a server under test. @see dm2.md 3.2 */

const REASONS: { readonly [type: string]: SessionStart['reason'] } = {
  ClientInitiatedMgmt: 'client-initiated',
  ServerInitiatedMgmt: 'server-initiated',
  BootstrapComplete: 'bootstrap-complete',
};

export interface Opening {
  readonly initiation: Initiation;
  readonly spoil: (message: RawMessage) => RawMessage;
}

export function openingWith(parts: readonly Part[]): Opening {
  const said = new Map(parts);
  const reason = REASONS[said.get('start alert') ?? 'ClientInitiatedMgmt'] ?? 'client-initiated';
  const number = said.get('NOTIFICATION-ID');
  const start: SessionStart =
    reason === 'server-initiated'
      ? { reason, ...(number !== undefined && { notificationID: Number(number) }) }
      : { reason };
  return {
    initiation: { start, alerts: [] },
    spoil: (message) => parts.reduce((rest, [name, value]) => withPart(rest, name, value), message),
  };
}

function withPart(message: RawMessage, name: string, value: string): RawMessage {
  switch (name) {
    case 'media type':
      return withHeader(message, 'Content-Type', value);
    case 'Accept':
      return withHeader(message, 'Accept', value === 'absent' ? undefined : value);
    case 'alert in front':
      return withJson(message, ({ Alert, ...others }) => ({
        ...others,
        Alert: [{ AlertType: value }, ...(Array.isArray(Alert) ? Alert : [])],
      }));
    case 'start alert':
    case 'NOTIFICATION-ID':
      return message;
    default:
      throw new Error(`"${name}" is no part that a package 1 can be given`);
  }
}
