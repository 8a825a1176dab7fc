import { refuse } from '../../protocol/model/refusal';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { memoryRecords } from '../store/memory-records';
import { memoryStore } from '../store/memory-store';
import type { Cse } from './cse';
import { putCseBase } from './cse-base-resource';
import type { CseConfig } from './cse-config';
import { defaultProcedures } from './default-procedures';
import { destinationOf } from './destination';
import { resumeInteractive } from './interactive/resume-interactive';
import type { CsePorts } from './ports';
import type { CseProcedures } from './procedures';
import { deliver } from './request/deliver';
import { withOriginatorOutside } from './request/forward';
import { receive } from './request/receive';
import { resolveAddress } from './resolve';
import { refused } from './response';
import { resumeSessions } from './session/resume-sessions';

/** A CSE that holds its <CSEBase>, and what its store held before. It knows its ports, and no wire behind them. */
export function createCse(
  config: CseConfig,
  ports: CsePorts,
  procedures: CseProcedures = defaultProcedures,
): Cse {
  const cse: Cse = {
    config,
    ports: { ...ports, records: ports.records ?? memoryRecords() },
    procedures,
    store: ports.store ?? memoryStore(),
    handle: (request) => answerWhateverHappens(cse, request),
    send: (request) => send(cse, request),
    resolve: (address) => resolveAddress(cse, address),
  };
  putCseBase(cse);
  resumeInteractive(cse);
  if (config.serviceSessions) resumeSessions(cse);
  return cse;
}

/** A fault of a procedure answers this one request and harms no other. @see TS-0004 6.6.3.6 */
async function answerWhateverHappens(cse: Cse, request: RequestPrimitive): Promise<ResponsePrimitive> {
  try {
    return await receive(cse, request);
  } catch {
    return refused(request, refuse(RSC.INTERNAL_SERVER_ERROR, 'The CSE failed to carry out this request.'));
  }
}

async function send(cse: Cse, request: RequestPrimitive): Promise<ResponsePrimitive> {
  switch (destinationOf(cse.config, request.to).kind) {
    case 'url':
      return deliver(cse, [request.to], withOriginatorOutside(cse, request));
    case 'cse':
      return cse.procedures.forward(cse, request);
    default:
      return cse.handle(request);
  }
}
