import { deployDmGateway } from '../../reference-impl/deploy-dm-gateway';
import { DEFAULT_GATEWAY_CONFIG } from '../../reference-impl/dm-gateway/default-gateway-config';
import { defaultGatewayProcedures } from '../../reference-impl/dm-gateway/default-procedures';
import type { GatewayConfig } from '../../reference-impl/dm-gateway/gateway-config';
import { PATHS } from './management/syncml-stage';
import type { PartyGround, ReferenceParty } from './reference-party';

/** No scenario takes so many: a gateway that ends no session is known by then. */
const MESSAGES_OF_A_SESSION = 500;

/** The reference gateway before a server and devices that the testers play. */
export function referenceDmGateway(ground: PartyGround): ReferenceParty {
  const { address, account, roots, serialization, runtime, transmit, deviation } = ground;
  const { sessionTimeout, ...limits } = ground.limits;
  const config = DEFAULT_GATEWAY_CONFIG;
  const configured: GatewayConfig = {
    ...config,
    deviceID: account.deviceID,
    servers: [account],
    serialization,
    deviceServerAddress: address + PATHS.messages,
    fanOutRoot: roots.fanOut,
    configurationRoot: roots.config,
    limits: {
      ...config.limits,
      ...limits,
      asDevice: {
        ...config.limits.asDevice,
        messages: MESSAGES_OF_A_SESSION,
        answerTime: sessionTimeout,
      },
    },
  };
  return deployDmGateway({
    config: deviation?.configureGateway?.(configured) ?? configured,
    runtime,
    transmit,
    procedures: deviation?.applyToGateway?.(defaultGatewayProcedures) ?? defaultGatewayProcedures,
  });
}
