import type { AlertHabits, GatewayTester } from '../../harness/cast/management/gateway-tester';
import { durationOf } from '../parameter-types';
import { nodeURI } from './node-names';
import { dmStatusOf, STATUS_PATTERN } from './outcome';
import { type ConductRow, type Player, row } from './player';

/** How the tester that plays the gateway keeps its nodes, takes Start and alerts. @see GFO steps 2, 3, 7 */

const PLACES: { readonly [word: string]: AlertHabits['place'] } = {
  Source: 'source',
  Target: 'target',
  Data: 'data',
};

export const GATEWAY_CONDUCTS: readonly ConductRow[] = [
  row('has values in its nodes already', (player) => {
    gatewayOf(player).hasNodes('<Get><CmdID>1</CmdID></Get>', nodeURI(player.scene, './GwConfig/Groups/old'));
  }),
  row('has no nodes yet', (player) => gatewayOf(player).hasNoNodes()),
  row(`answers Start with (${STATUS_PATTERN})`, (player, status = '') => {
    gatewayOf(player).startStatus = dmStatusOf(status);
  }),
  row('alerts after (\\d+ (?:milli)?(?:second|minute|hour)s?)', (player, time = '') =>
    alerting(player, { after: player.scaled(durationOf(time)) }),
  ),
  row('alerts in the session of Start', (player) => alerting(player, { inSessionOfStart: true })),
  row('alerts in package 3', (player) => alerting(player, { inSessionOfStart: true })),
  row('never alerts', (player) => alerting(player, { never: true })),
  row('alerts twice', (player) => alerting(player, { twice: true })),
  row('names the results as "([^"]*)"', (player, url = '') => nameResults(player, url)),
  row('names the results in (Source|Target|Data)', (player, place = '') =>
    alerting(player, { place: PLACES[place] ?? 'source' }),
  ),
  row('names no results', (player) => alerting(player, { url: '' })),
  row('alerts with the type "([^"]*)"', (player, type = '') => alerting(player, { type })),
  row('alerts completion as well', (player) => alerting(player, { completionAsWell: true })),
  row('alerts for another Start first', (player) => alerting(player, { forAnotherFirst: true })),
  row('refuses to show DeResult of "(d\\d+)"', (player, device = '') => {
    gatewayOf(player).hidden = `${device}/DeResult`;
  }),
  row('has an empty aggregate', (player) => {
    gatewayOf(player).pairsOf = () => [];
  }),
];

function gatewayOf({ gateway, name }: Player): GatewayTester {
  if (!gateway) throw new Error(`${name} is no gateway that a tester plays`);
  return gateway;
}

function alerting(player: Player, alertHabits: Partial<AlertHabits>): void {
  const gateway = gatewayOf(player);
  gateway.alerting = { ...gateway.alerting, ...alertHabits };
}

/** Without a placeholder it is the node of the results that has this name. */
function nameResults(player: Player, url: string): void {
  const gateway = gatewayOf(player);
  const { fanOut } = player.scene.stage.underTest.roots;
  const bare = fanOut.replace(/^\.\//, '');
  const spelled = url.replace(/^(\.?\/?)SCM\//, `$1${bare}/`);
  alerting(player, { url: spelled });
  if (!url.includes('<n>')) gateway.resultsAt = `./${spelled.replace(/^\.?\//, '')}`;
}
