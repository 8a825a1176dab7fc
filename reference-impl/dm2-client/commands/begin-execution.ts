import type { ManagementAlert } from '../../../protocol/model/dm2-alert';
import type { CommandResult } from '../../../protocol/model/dm2-package';
import { type Refusal, refuse } from '../../../protocol/model/refusal';
import { commandStatus } from '../../../protocol/tables/dm2/status-codes';
import type { Execution, Mandate } from '../dm2-client';
import type { Operation } from '../tree/node-description';

/** An execution that goes on after its command was answered. Its result comes in a session of its own. @see dm2.md 3.5, 5.6 */
export function beginExecution(
  { client, server }: Mandate,
  execution: Execution,
  { duration, status }: Operation,
): CommandResult | Refusal {
  const { procedures, ports, config } = client;
  if (client.executions >= config.limits.executions)
    return refuse(commandStatus('INTERNAL_ERROR'), 'too many executions are under way', 'dm2.md 5.1');
  client.executions += 1;
  ports.clock.after(duration, () => {
    client.executions -= 1;
    const alert = procedures.alertOfExecution(execution, status);
    procedures.openSession(client, server, {
      reason: 'client-initiated',
      to: execution.to,
      alerts: [alert],
    });
  });
  return { status: commandStatus('ACCEPTED') };
}

const EXEC_RESULT = 'urn:flowproof:at:exec-result:1.0';

/** Of an object that defines no alert of its own. @see dm2.md 3.5 */
export function alertOfExecution({ clientURI }: Execution, status: number): ManagementAlert {
  return {
    alertType: EXEC_RESULT,
    sourceURI: clientURI,
    mark: 'informational',
    dataType: 'application/json',
    data: { sc: status },
  };
}
