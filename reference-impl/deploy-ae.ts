import type { ApplicationTrigger } from '../protocol/model/application-intent';
import type { Ae } from './ae/ae';
import { carryOut } from './ae/carry-out';
import { defaultAeProcedures } from './ae/default-procedures';
import type { AeProcedures } from './ae/procedures';
import { aeTriggerEndpoint } from './ae-trigger-endpoint';
import { httpOutbound, type Transmit } from './http-outbound';
import type { Ids } from './runtime/ids';

export interface AeDeployment {
  /** Answers false where the CSE gave no answer. */
  tell(trigger: ApplicationTrigger): Promise<boolean>;
  /** The same by HTTP. */
  readonly endpoint: (message: Request) => Promise<Response>;
}

export interface AeDeploymentOptions {
  readonly runtime: { readonly ids: Ids };
  readonly transmit: Transmit;
  readonly procedures?: AeProcedures;
  /** Its AE-ID. */
  readonly originator?: string;
  /** The CSE that gets every request, whatever CSE a trigger names. */
  readonly pointOfAccess?: string;
}

/** The composition root of the application: joins codec, role and runtime. */
export function deployAe(options: AeDeploymentOptions): AeDeployment {
  const ae: Ae = {
    originator: options.originator ?? 'Cflowproof',
    releaseVersion: '3',
    ports: { ids: options.runtime.ids, outbound: httpOutbound(options.transmit) },
    procedures: options.procedures ?? defaultAeProcedures,
  };
  const tell = async ({ pointOfAccess, intent }: ApplicationTrigger): Promise<boolean> => {
    const answer = await carryOut(ae, { pointOfAccess: options.pointOfAccess ?? pointOfAccess, intent });
    return answer !== undefined;
  };
  return { tell, endpoint: aeTriggerEndpoint(tell) };
}
