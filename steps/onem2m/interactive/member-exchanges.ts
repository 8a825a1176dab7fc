import type { HostedResource } from '../../../harness/cast/hosted-resource';
import type { Exchange } from '../../../harness/links/exchange';
import { fromHttpPath } from '../../../protocol/model/identifier';
import type { Path } from '../../parameter-types';
import type { FlowproofWorld } from '../../world';
import { askedRequest } from './asking';

/** A request that a scripted CSE got for something it hosts. */
export interface MemberExchange {
  readonly exchange: Exchange;
  readonly hosted: HostedResource;
}

/** What the target asked of scripted members since the asked request, in the order in which it left. */
export function memberExchanges(world: FlowproofWorld): MemberExchange[] {
  const since = askedRequest(world).requestPlace;
  return world.exchanges().flatMap((exchange) => {
    const host = world.scene.hosts().find(({ name }) => name === exchange.to);
    if (!host || exchange.requestPlace < since) return [];
    const { hosted } = host.locate(fromHttpPath(new URL(exchange.request.url).pathname) ?? '');
    return hosted ? [{ exchange, hosted }] : [];
  });
}

/** Place of the first answer for a member on the wire, be it that of a group which has it among its members. */
export function answerPlaceOf(world: FlowproofWorld, member: Path): number | undefined {
  const isAbout = ({ name, memberIDs }: HostedResource) =>
    name === member.name ||
    memberIDs?.some((id) => world.scene.places.locate(id)?.place.name === member.name) === true;
  const answered = memberExchanges(world).find(
    ({ exchange, hosted }) => exchange.response !== undefined && isAbout(hosted),
  );
  return answered?.exchange.answerPlace;
}
