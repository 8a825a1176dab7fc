import { VirtualClock } from '../../reference-impl/runtime/virtual-clock';
import type { Target } from '../config/target';
import { createInProcessLink, type NewAddress } from '../links/in-process';
import type { Link } from '../links/link';
import { DEFAULT_LINK_LIMITS } from '../links/link-limits';
import { createWiretap, type Wiretap } from '../links/wiretap';
import type { RedactBody } from './management/syncml-redaction';
import { namer } from './open-stage';
import type { Stage } from './stage';
import type { TestTime } from './test-time';

/** More than any scenario sends: it is for the reference itself to refuse what is too large. */
const LARGEST_BODY = 48 * 1024 * 1024;

export interface InProcess {
  readonly clock: VirtualClock;
  /** Outside the wiretap, as the target is. */
  readonly link: Link;
  readonly wiretap: Wiretap;
  readonly stage: Stage;
}

/** What every stage in this process has; `tested` is what the reference is called in the evidence. */
export function openInProcess(
  target: Target,
  tested: string,
  { redactBody, addresses }: { readonly redactBody?: RedactBody; readonly addresses?: NewAddress } = {},
): InProcess {
  const clock = new VirtualClock();
  const link = createInProcessLink({ ...DEFAULT_LINK_LIMITS, bodyBytes: LARGEST_BODY }, addresses);
  const wiretap = createWiretap({
    now: () => clock.now(),
    senderOf: () => tested,
    ...(redactBody && { redaction: { body: redactBody } }),
  });
  const stage = {
    target,
    time: virtualTime(clock),
    linkOf: (actor: string) => wiretap.tap(link, actor),
    exchanges: () => wiretap.exchanges(),
    unique: namer('x'),
    disposable: true,
    close: () => link.close(),
  };
  return { clock, link, wiretap, stage };
}

function virtualTime(clock: VirtualClock): TestTime {
  return {
    now: () => clock.now(),
    after: (milliseconds, action) => clock.after(milliseconds, action),
    elapse: (milliseconds) => clock.advance(milliseconds),
    settle: async (promise, limit) => {
      let callOff = () => {};
      const over = new Promise<undefined>((resolve) => {
        callOff = clock.after(limit, () => resolve(undefined));
      });
      try {
        return await clock.untilSettled(Promise.race([promise, over]));
      } finally {
        callOff();
      }
    },
  };
}
