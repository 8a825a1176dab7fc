import type { RequestPrimitive } from '../../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../../protocol/model/response-primitive';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import type { Originator } from '../originator';
import type { Stage } from '../stage';
import { type ByTheBook, plain, SessionListener } from './session-listener';
import type { SessionLog } from './session-log';
import { type SessionMessage, sessionIDIn } from './session-message';

/**
 * A tester that plays an application of a session at the target: it sends as its originator, is told of sessions at a
 * listener of its own, and accepts every invitation unless told otherwise.
 */
export class SessionApplication implements ByTheBook {
  readonly name: string;
  readonly originator: Originator;
  readonly listener: SessionListener;
  /** AE-ID, SP-relative. */
  readonly id: string;

  constructor(stage: Stage, { originator, log }: { originator: Originator; log: SessionLog }) {
    this.name = originator.name;
    this.originator = originator;
    this.id = `${stage.target.cse.cseID}/${originator.id}`;
    this.listener = new SessionListener(stage, { name: this.name, log, book: this });
  }

  /** Where it is told of sessions. */
  get notificationURI(): string {
    return `${this.listener.address}/session/notifications`;
  }

  sessionIDOf(request: RequestPrimitive): string | undefined {
    return sessionIDIn(request);
  }

  answerTo(request: RequestPrimitive, message: SessionMessage | undefined): ResponsePrimitive {
    if (message !== 'establishment') return plain(request, RSC.OK);
    const attributes = { endpointID: this.id, description: 'meter' };
    const resource = { element: 'fp:sep', attributes };
    return { ...plain(request, RSC.OK), content: { kind: 'resource', resource } };
  }
}
