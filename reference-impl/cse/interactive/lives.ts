import { closableClock } from '../../runtime/closable-clock';
import { countingIds } from '../../runtime/counting-ids';
import { VirtualClock } from '../../runtime/virtual-clock';
import { memoryRecords } from '../../store/memory-records';
import { memoryStore } from '../../store/memory-store';
import type { CseConfig } from '../cse-config';
import type { CsePorts } from '../ports';
import type { CseProcedures } from '../procedures';
import { type Peer, START, type TestBed, testBed } from '../test-bed';

/** Lives of one CSE, one after the other, over the same store, in the same time. */
export class Lives {
  readonly clock = new VirtualClock(START);
  readonly #kept = { store: memoryStore(), records: memoryRecords(), ids: countingIds() };
  #end = (): void => {};

  /** Ends the life before, as a kill would: nothing of it happens any more, and no answer reaches it. */
  begin(peer: Peer, config: Partial<CseConfig> = {}, procedures: Partial<CseProcedures> = {}): TestBed {
    this.#end();
    let alive = true;
    const clock = closableClock(this.clock);
    this.#end = () => {
      alive = false;
      clock.close();
    };
    const ports: Partial<CsePorts> = { ...this.#kept, clock };
    const untilKilled: Peer = (sent) =>
      new Promise((resolve) => {
        void Promise.resolve(peer(sent)).then((answer) => {
          if (alive) resolve(answer);
        });
      });
    return testBed({ peer: untilKilled, config, procedures, ports });
  }

  end(): void {
    this.#end();
  }

  get recordCount(): number {
    const kinds = ['request', 'result', 'reporter', 'delivery'];
    return kinds.flatMap((kind) => this.#kept.records.all(`interactive-${kind}`)).length;
  }
}
