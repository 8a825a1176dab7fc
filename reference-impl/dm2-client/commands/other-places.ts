import type { CommandResult } from '../../../protocol/model/dm2-package';
import { isRefusal, type Refusal, refuse } from '../../../protocol/model/refusal';
import { commandStatus } from '../../../protocol/tables/dm2/status-codes';
import type { Performance } from '../dm2-client';
import { DONE } from './perform-commands';

/** SHOW: what the user does on the page is no part of the session. @see dm2.md 5.7 */
export function showPage(performance: Performance, serverURI: string): CommandResult | Refusal {
  const { procedures, ports } = performance.client;
  const uri = procedures.readServerURI(performance, serverURI);
  if (isRefusal(uri)) return uri;
  if (ports.show(uri)) return DONE;
  return refuse(commandStatus('SERVICE_UNAVAILABLE'), 'nobody can see a page now', 'dm2.md 5.1');
}

/** CONT: what follows goes elsewhere; the last of several counts. @see dm2.md 4.2 */
export function continueElsewhere(performance: Performance, serverURI: string): CommandResult | Refusal {
  const uri = performance.client.procedures.readServerURI(performance, serverURI);
  if (isRefusal(uri)) return uri;
  performance.continuation = uri;
  return DONE;
}
