import type { Target } from '../config/target';
import { createHttpLink } from '../links/http';
import type { Link } from '../links/link';
import { createWiretap } from '../links/wiretap';
import { realTime } from './real-time';
import type { Stage } from './stage';

let shared: Link | undefined;
let opened = 0;

/**
 * A stage before a target that lives outside this process: real time, real sockets, one link for all scenarios.
 * `run` goes into every name that is made, so that runs do not meet on the target.
 */
export function openExternalStage(target: Target, run: string): Stage {
  const { url } = target.cse;
  if (url === undefined) throw new Error(`${target.name}: the address of the target is not known yet`);
  shared ??= createHttpLink({ host: target.tester.host });
  const link = shared;
  const wiretap = createWiretap({ now: realTime.now, senderOf: () => 'the CSE' });
  wiretap.name(url, 'the CSE');
  opened += 1;
  const unique = namer(`${run}${opened.toString(36)}`);
  return {
    target,
    cse: { ...target.cse, url: url.replace(/\/+$/, '') },
    time: realTime,
    linkOf: (actor) => wiretap.tap(link, actor),
    exchanges: () => wiretap.exchanges(),
    unique,
    disposable: false,
    close: async () => undefined,
  };
}

/** Closes what all stages of a run share. */
export async function closeExternalStages(): Promise<void> {
  await shared?.close();
  shared = undefined;
}

/** Names that begin with what a person called the thing and end with what makes them unique. */
export function namer(suffix: string): (prefix: string) => string {
  let count = 0;
  return (prefix) => {
    count += 1;
    return `${prefix.replace(/[^A-Za-z0-9_-]+/g, '-')}-${suffix}${count.toString(36)}`;
  };
}
