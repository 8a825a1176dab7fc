import { deployAe } from '../../reference-impl/deploy-ae';
import { randomIds } from '../../reference-impl/runtime/random-ids';
import { realClock } from '../../reference-impl/runtime/real-clock';
import { realRandom } from '../../reference-impl/runtime/real-random';
import { createHttpLink } from '../links/http';
import { lateListener } from '../links/late-listener';

/** The reference application as a server of triggers and notifications. */
export interface ServedApplication {
  /** Where it takes triggers: `http://127.0.0.1:8081`, at any path. */
  readonly address: string;
  close(): Promise<void>;
}

export interface ServeAeOptions {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** The CSE that gets every request; where absent, the one that a trigger names. */
  readonly pointOfAccess?: string;
}

/** Serves the reference application: a trigger comes in, requests go out to a CSE, and results come from there. */
export async function serveReferenceAe(options: ServeAeOptions): Promise<ServedApplication> {
  const { host, port, pointOfAccess } = options;
  const link = createHttpLink({ host, ports: { ae: port } });
  const own = await lateListener(link, 'ae');
  const deployment = deployAe({
    runtime: { clock: realClock, ids: randomIds, random: realRandom },
    transmit: (request) => link.send(request),
    address: own.address,
    ...(pointOfAccess === undefined ? {} : { pointOfAccess }),
  });
  own.serve(deployment.endpoint);
  return {
    address: own.address,
    close: () => {
      deployment.close();
      return link.close();
    },
  };
}
