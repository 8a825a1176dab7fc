import type { DmGateway } from '../../reference-impl/dm-gateway/dm-gateway';
import type { FanOutProcedures, GatewayProcedures } from '../../reference-impl/dm-gateway/procedures';
import type { TreeProcedures } from '../../reference-impl/management-tree/procedures';
import type { Fault } from './fault';

/** Another way to be a gateway that fans out. */
export interface GatewayDeviation extends Pick<Fault, 'name' | 'description' | 'catches'> {
  /** Entries that stand in place of those of the gateway; what they remember belongs to one deployment. */
  deviate(own: GatewayProcedures): GatewayEntries;
}

export interface GatewayEntries {
  readonly fanOut?: Partial<FanOutProcedures>;
  readonly tree?: Partial<TreeProcedures>;
  readonly asServer?: Partial<GatewayProcedures['asServer']>;
}

export function gatewayFaults(deviations: readonly GatewayDeviation[]): readonly Fault[] {
  return deviations.map(({ deviate, ...fault }) => ({
    ...fault,
    applyToGateway(own) {
      const { fanOut, tree, asServer } = deviate(own);
      return {
        ...own,
        fanOut: { ...own.fanOut, ...fanOut },
        tree: { ...own.tree, ...tree },
        asServer: { ...own.asServer, ...asServer },
      };
    },
  }));
}

/** A gateway in which a node below FanOut has another value than in its tree. */
export function withNode(gateway: DmGateway, name: string, text: string): DmGateway {
  const { nodes } = gateway;
  const textOf = (uri: string): string | undefined =>
    uri.endsWith(`/FanOut/${name}`) ? text : nodes.textOf(uri);
  return { ...gateway, nodes: { ...nodes, textOf } };
}

export function nodeOf({ nodes, config }: DmGateway, name: string): string {
  return nodes.textOf(`${config.fanOutRoot}/FanOut/${name}`) ?? '';
}
