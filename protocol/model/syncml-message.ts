import type { SyncMLCommand } from './syncml-command';
import type { Credential, Location, Meta } from './syncml-item';

/** One SyncML DM message as plain values. @see DM_RepPro 4.1.2 */
export interface SyncMLMessage {
  readonly header: SyncMLHeader;
  readonly commands: readonly SyncMLCommand[];
  /** Whether the package ends with this message. @see DM_Protocol 2.1.2 */
  readonly final: boolean;
}

/** @see DM_RepPro 4.1.2.2 */
export interface SyncMLHeader {
  /** `1.2` in every message of DM 1.2. */
  readonly versionDTD: string;
  /** `DM/1.2` in every message of DM 1.2. */
  readonly versionProtocol: string;
  readonly sessionID: string;
  /** Starts at 1 and rises by one with each message of a side. */
  readonly messageID: number;
  readonly target: Location;
  readonly source: Location;
  /** Where the next message goes, if not to where this one came from. */
  readonly responseURI?: string;
  readonly credential?: Credential;
  readonly meta?: Meta;
}
