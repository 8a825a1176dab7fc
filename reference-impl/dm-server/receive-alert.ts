import type { AlertCommand } from '../../protocol/model/syncml-command';
import type { Item } from '../../protocol/model/syncml-item';
import {
  ALERT_CODES,
  GATEWAY_ALERT_TYPES,
  RESULT_AGGREGATION_ALERT,
} from '../../protocol/tables/syncml/alert-codes';
import { statusCode } from '../../protocol/tables/syncml/status-codes';
import type { ManagedGateway, ManagementServer } from './management-server';

/** What a gateway tells of its own accord. @see GFO step 7, DM_Protocol 2.3.7 */
export function receiveAlert(server: ManagementServer, gateway: ManagedGateway, alert: AlertCommand): number {
  if (alert.code !== ALERT_CODES.GENERIC_ALERT) return statusCode('OPTIONAL_FEATURE_NOT_SUPPORTED');
  if (alert.items.length === 0) return statusCode('INCOMPLETE_COMMAND');
  if (!alert.items.some(isOfGateway)) return statusCode('UNSUPPORTED_MEDIA_TYPE_OR_FORMAT');
  for (const item of alert.items.filter(server.procedures.isAboutResults))
    keepReport(server, gateway, { item, alert });
  return statusCode('OK');
}

function isOfGateway({ meta }: Item): boolean {
  return GATEWAY_ALERT_TYPES.some(({ type }) => type === typeOf(meta?.type));
}

export function isAboutResults({ meta }: Item): boolean {
  return typeOf(meta?.type) === RESULT_AGGREGATION_ALERT;
}

/** DM 1.2 says in front of a type what kind of name it is. @see DM_Protocol 2.3.7.1 */
function typeOf(type = ''): string {
  return type.replace(/^Reversed-Domain-Name:\s*/iu, '').trim();
}

/** A report that is repeated before anybody has looked is one report. */
function keepReport(
  { procedures, config }: ManagementServer,
  { reports }: ManagedGateway,
  { item, alert }: { readonly item: Item; readonly alert: AlertCommand },
): void {
  const address = procedures.resultAddressOf(item);
  const { correlator } = alert;
  const isKnown = reports.some((one) => one.address === address && one.correlator === correlator);
  if (isKnown || reports.length >= config.limits.rememberedJobs) return;
  reports.push({
    ...(address !== undefined && { address }),
    ...(correlator !== undefined && { correlator }),
    state: 'waiting',
    attempts: 0,
  });
}

/**
 * In Source, as generic alerts have it; a gateway may say it in Target or Data. The document writes the address with a
 * slash in front, which no node address has. @see GFO step 7, DM_TND 8.3.3
 */
export function resultAddressOf({ source, target, data }: Item): string | undefined {
  const places = [source?.uri, target?.uri, typeof data === 'string' ? data : undefined];
  const place = places.map((text) => text?.trim() ?? '').find((text) => /^[^\s?]*[^\s?/.]/u.test(text));
  return place === undefined ? undefined : `./${place.replace(/^\.?\//u, '')}`;
}
