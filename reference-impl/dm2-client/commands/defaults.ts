import type { DefaultCommand } from '../../../protocol/model/dm2-command';
import type { CommandResult } from '../../../protocol/model/dm2-package';
import { isRefusal, type Refusal, refuse } from '../../../protocol/model/refusal';
import { commandStatus } from '../../../protocol/tables/dm2/status-codes';
import type { DM2Client, Mandate } from '../dm2-client';
import { DONE } from './perform-commands';

/** DEFAULT: where an object is to be had that the device misses; the newest address counts. @see dm2.md 5.7 */
export function rememberDefault(mandate: Mandate, command: DefaultCommand): CommandResult | Refusal {
  const { client, server, isSecure } = mandate;
  const { procedures, defaults, config } = client;
  const { moid } = command;
  const serverURI = procedures.readServerURI(mandate, command.serverURI);
  if (isRefusal(serverURI)) return serverURI;
  if (moid.includes('/')) return refuse(commandStatus('BAD_REQUEST'), 'a MOID has no /', 'dm2.md 6.1');
  if (!procedures.mayManage(server, moid))
    return refuse(commandStatus('FORBIDDEN'), `${moid} is not this server's`, 'dm2.md 5.2');
  if (defaults.size >= config.limits.defaults && !defaults.has(moid))
    return refuse(commandStatus('INTERNAL_ERROR'), 'too many defaults are kept', 'dm2.md 5.1');
  defaults.set(moid, { client, server, isSecure, serverURI });
  return DONE;
}

/** Something in the device asks for an object. Answers whether there is one now. @see dm2.md 5.7 */
export async function needObject(client: DM2Client, moid: string): Promise<boolean> {
  const { store, defaults, procedures } = client;
  const isThere = (): boolean => (store.tree.get(moid)?.size ?? 0) > 0;
  const errand = defaults.get(moid);
  if (!isThere() && errand !== undefined)
    await procedures.fetchData(errand, { verb: 'HGET', serverURI: errand.serverURI });
  return isThere();
}
