import { isRefusal } from '../../protocol/model/refusal';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { DmGateway } from '../../reference-impl/dm-gateway/dm-gateway';
import type { FanOutProcedures } from '../../reference-impl/dm-gateway/procedures';
import type { FanOutServerProcedures } from '../../reference-impl/dm-server/procedures';
import type { Variant } from './variant';

type GatewayVariant = Omit<Variant, 'party' | 'otherwise'> & {
  otherwise(own: FanOutProcedures, took: () => void): Partial<FanOutProcedures>;
};
type ServerVariant = Omit<Variant, 'party' | 'otherwise'> & {
  otherwise(own: FanOutServerProcedures, took: () => void): Partial<FanOutServerProcedures>;
};

/** Other choices of a gateway that fans out. @see docs/profiles/gateway-fan-out.md */
const OF_GATEWAYS: readonly GatewayVariant[] = [
  {
    name: 'result-nodes-named-otherwise',
    description: 'The nodes of results are called run.Results1 and their pairs by other numbers.',
    allowedBy: 'X-GFO-03: names are the gateway’s own',
    otherwise: (own, took) => ({
      makeResultsNode(gateway, devices) {
        took();
        const uri = own.makeResultsNode(
          naming(gateway, (name) => `run.${name}`),
          devices,
        );
        return isRefusal(uri) ? uri : uri.replace(/Results(?=\d+$)/, 'run.Results');
      },
      storeResult(gateway, task, result) {
        const other = (name: string): string => name.replace(/^Device/, 'r-07');
        own.storeResult(naming(gateway, other), task, result);
      },
    }),
  },
  {
    name: 'result-address-without-dot',
    description: 'The alert names the results without the leading dot and slash.',
    allowedBy: 'X-GFO-01: a URL counts in any spelling whose Get answers',
    otherwise: (own, took) => ({
      resultsAddressOf(run) {
        took();
        return own.resultsAddressOf(run).replace(/^\.\//, '');
      },
    }),
  },
  {
    name: 'result-address-in-data',
    description: 'The alert has the address of the results in Data.',
    allowedBy: 'X-GFO-07: Target and Data are searched for the URL as well',
    otherwise: (own, took) => ({
      alertOf(gateway, run) {
        const alert = own.alertOf(gateway, run);
        took();
        return {
          ...alert,
          items: alert.items.map(({ source, ...item }) => ({ ...item, data: source?.uri ?? '' })),
        };
      },
    }),
  },
  {
    name: 'alert-type-with-prefix',
    description: 'The type of the alert has Reversed-Domain-Name: in front.',
    allowedBy: 'X-GFO-07: with or without the prefix',
    otherwise: (own, took) => ({
      alertType() {
        took();
        return `Reversed-Domain-Name: ${own.alertType()}`;
      },
    }),
  },
  {
    name: 'devices-in-reverse-order',
    description: 'The last device of a group is woken first, and has the first pair.',
    allowedBy: 'X-GFO-13: number and order of sessions are free',
    otherwise: (own, took) => ({
      membersOfTargetGroup(gateway) {
        const members = own.membersOfTargetGroup(gateway);
        if (isRefusal(members)) return members;
        if (members.length > 1) took();
        return [...members].reverse();
      },
    }),
  },
  {
    name: 'start-accepted-with-200',
    description: 'Exec is answered with 200 in place of 202.',
    allowedBy: 'X-GFO-08: 200 is a warning',
    warning: /\b200\b/,
    otherwise: (_own, took) => ({
      statusOfAcceptance() {
        took();
        return statusCode('OK');
      },
    }),
  },
  {
    name: 'start-refused-with-other-code',
    description: 'A Start that cannot be is refused with 405.',
    allowedBy: 'X-GFO-08: what cannot be is refused with any code',
    otherwise: (own, took) => ({
      startFanOut(gateway, order) {
        const code = own.startFanOut(gateway, order);
        if (code < 400) return code;
        took();
        return statusCode('COMMAND_NOT_ALLOWED');
      },
    }),
  },
  {
    name: 'silence-has-other-code',
    description: 'Commands that a device did not answer have the status 500.',
    allowedBy: 'X-GFO-09: a status 4xx or 5xx for each of them',
    otherwise: (_own, took) => ({
      statusOfSilence() {
        took();
        return statusCode('COMMAND_FAILED');
      },
    }),
  },
  {
    name: 'results-with-namespace',
    description: 'The elements of DeResult say their namespace.',
    allowedBy: 'profile "Commands and results as text": it need not be written, so it may be',
    otherwise: (own, took) => ({
      storeResult(gateway, task, result) {
        took();
        const { commandText } = gateway.ports;
        const write: typeof commandText.write = (commands) =>
          commandText.write(commands).replaceAll(/<(Status|Results)>/g, '<$1 xmlns="SYNCML:SYNCML1.2">');
        own.storeResult(
          { ...gateway, ports: { ...gateway.ports, commandText: { ...commandText, write } } },
          task,
          result,
        );
      },
    }),
  },
  {
    name: 'gateway-package-0-for-user',
    description: 'Package 0 asks for interaction with the user, and ends with octets of a vendor.',
    allowedBy: 'DM_Notification 6.2.2: UI mode and vendor data are the sender’s',
    otherwise: (own, took) => ({
      notificationFor(gateway, task) {
        took();
        const notification = own.notificationFor(gateway, task);
        return { ...notification, uiMode: 'user-interaction', vendorData: VENDOR_DATA };
      },
    }),
  },
];

/** Other choices of a server that has gateways fan out. */
const OF_SERVERS: readonly ServerVariant[] = [
  {
    name: 'nodes-set-in-other-order',
    description: 'TargetGroupRef is set before ToBeFannedOut.',
    allowedBy: 'profile "The fan-out"; GFO step 2: either order',
    otherwise: (own, took) => ({
      settingOf(server, job) {
        took();
        return [...own.settingOf(server, job)].reverse();
      },
    }),
  },
  {
    name: 'correlator-spelled-otherwise',
    description: 'Correlators are long and hold what XML has to escape.',
    allowedBy: 'DM_RepPro 4.1.1.5: any text',
    otherwise: (own, took) => ({
      newCorrelator(server) {
        took();
        return `{${own.newCorrelator(server)}}-<order & "fan out">/ü`;
      },
    }),
  },
  {
    name: 'server-package-0-for-user',
    description: 'Package 0 asks for interaction with the user, and ends with octets of a vendor.',
    allowedBy: 'DM_Notification 6.2.2: UI mode and vendor data are the sender’s',
    otherwise: (own, took) => ({
      notificationFor(server, gateway) {
        took();
        const notification = own.notificationFor(server, gateway);
        return { ...notification, uiMode: 'user-interaction', vendorData: VENDOR_DATA };
      },
    }),
  },
];

export const FAN_OUT_VARIANTS: readonly Variant[] = [
  ...OF_GATEWAYS.map(
    ({ otherwise, ...variant }): Variant => ({
      ...variant,
      party: 'dm-gateway',
      otherwise: ({ took }) => ({
        applyToGateway: (own) => ({ ...own, fanOut: { ...own.fanOut, ...otherwise(own.fanOut, took) } }),
      }),
    }),
  ),
  ...OF_SERVERS.map(
    ({ otherwise, ...variant }): Variant => ({
      ...variant,
      party: 'dm-server',
      otherwise: ({ took }) => ({
        applyToManagementServer: (own) => ({
          ...own,
          fanOut: { ...own.fanOut, ...otherwise(own.fanOut, took) },
        }),
      }),
    }),
  ),
  {
    name: 'devices-one-after-the-other',
    description: 'A device is woken when the one before it is done with.',
    allowedBy: 'X-GFO-13: number and order of sessions are free',
    party: 'dm-gateway',
    otherwise: ({ took }) => ({
      configureGateway: (config) => {
        took();
        return { ...config, limits: { ...config.limits, concurrentDevices: 1 } };
      },
    }),
  },
  {
    name: 'gateway-writes-wbxml',
    description: 'The gateway writes WBXML to its servers.',
    allowedBy: 'DM_Protocol 2, profile "SyncML over HTTP": the client chooses, ICS dm.wbxml',
    party: 'dm-gateway',
    otherwise: ({ took }) => ({
      configureGateway: (config) => {
        if (config.serialization === 'xml') took();
        return { ...config, serialization: 'wbxml' };
      },
    }),
  },
  {
    name: 'results-read-pair-by-pair',
    description: 'The server asks for the pair of one device in each package.',
    allowedBy: 'GFO step 7: how the server gets the aggregate is its own affair',
    party: 'dm-server',
    otherwise: ({ took }) => ({
      configureManagementServer: (config) => {
        took();
        return { ...config, limits: { ...config.limits, devicesAtOnce: 1 } };
      },
    }),
  },
];

const VENDOR_DATA = new TextEncoder().encode('vendor');

/** A gateway whose new nodes get other names. */
function naming(gateway: DmGateway, other: (name: string) => string): DmGateway {
  const { nodes } = gateway;
  return {
    ...gateway,
    nodes: { ...nodes, add: (parent, name, description) => nodes.add(parent, other(name), description) },
  };
}
