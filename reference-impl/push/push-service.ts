import type { PushOutcome, PushReport, PushRequest } from '../../protocol/model/dm2-push';
import type { Clock } from '../runtime/clock';
import type { PushProcedures } from './procedures';
import type { PushConfig } from './push-config';

/** What every procedure of the push service works with. It carries octets and does not know what they mean. */
export interface PushService {
  readonly config: PushConfig;
  readonly ports: PushPorts;
  /** The table of procedures in force; a fault of the reference is another table. Always call through it. */
  readonly procedures: PushProcedures;
  /** By PushID, in the order in which they came. */
  readonly jobs: Map<string, PushJob>;
}

export interface PushPorts {
  readonly clock: Clock;
  /** The status that a device answers; none where nothing came back. */
  deliver(address: string, content: Uint8Array, signal: AbortSignal): Promise<number | undefined>;
  /** The status that a server answers; none where nothing came back. */
  report(address: string, report: PushReport, signal: AbortSignal): Promise<number | undefined>;
}

/** A request that was taken. */
export interface PushJob {
  readonly request: PushRequest;
  attempts: number;
  /** What the device answered last. */
  status?: number;
  outcome?: PushOutcome;
  /** Nothing is left to be done for it. */
  isOver: boolean;
}
