import type { Decoded } from '../../protocol/model/decoded';
import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import type { Clock } from '../runtime/clock';
import type { Random } from '../runtime/random';
import type { PendingAlert } from '../syncml/client-draft';
import type { DeliverNotification } from '../syncml/envelope';

/** What the gateway needs of its surroundings. */
export interface GatewayPorts {
  readonly clock: Clock;
  readonly random: Random;
  /** Wakes a device. @see DM_Notification 6.2 */
  readonly deliver: DeliverNotification;
  readonly commandText: CommandText;
  /** Opens a session of the gateway with the server to say this, once none of theirs is open. */
  readonly report: ReportAlert;
}

/** Commands as a node value holds them. @see GFO steps 2 and 6 */
export interface CommandText {
  read(text: string): Decoded<readonly SyncMLCommand[]>;
  /** Throws where XML cannot carry a value. */
  write(commands: readonly SyncMLCommand[]): string;
}

/** Answers the status that the server gave, `undefined` where it gave none. Never rejects. */
export type ReportAlert = (serverID: string, alert: PendingAlert) => Promise<number | undefined>;
