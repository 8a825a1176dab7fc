import type { Deviation } from '../faults/deviation';

/** All of them one after the other. Of what comes in and goes out, each sees what those before it left. */
export function combinedDeviation(deviations: readonly Deviation[]): Deviation {
  const each =
    <Value>(deviate: (one: Deviation, value: Value) => Value | undefined) =>
    (value: Value): Value =>
      deviations.reduce((before, one) => deviate(one, before) ?? before, value);
  return {
    apply: each((one, procedures) => one.apply?.(procedures)),
    applyToAe: each((one, procedures) => one.applyToAe?.(procedures)),
    applyToDevice: each((one, procedures) => one.applyToDevice?.(procedures)),
    applyToGateway: each((one, procedures) => one.applyToGateway?.(procedures)),
    applyToManagementServer: each((one, procedures) => one.applyToManagementServer?.(procedures)),
    applyToDM2Client: each((one, procedures) => one.applyToDM2Client?.(procedures)),
    applyToDM2Server: each((one, procedures) => one.applyToDM2Server?.(procedures)),
    applyToPush: each((one, procedures) => one.applyToPush?.(procedures)),
    configureCse: each((one, config) => one.configureCse?.(config)),
    configureDevice: each((one, config) => one.configureDevice?.(config)),
    configureManagementServer: each((one, config) => one.configureManagementServer?.(config)),
    configureGateway: each((one, config) => one.configureGateway?.(config)),
    configureDM2Client: each((one, config) => one.configureDM2Client?.(config)),
    configureDM2Server: each((one, config) => one.configureDM2Server?.(config)),
    wrapEndpoint: each((one, endpoint) => one.wrapEndpoint?.(endpoint)),
    wrapTransmit: each((one, transmit) => one.wrapTransmit?.(transmit)),
  };
}
