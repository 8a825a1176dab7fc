import type { DM2Command } from '../../protocol/model/dm2-command';
import type { CommandResult } from '../../protocol/model/dm2-package';
import type { CommandsReply, DevicePackage, RoundPlace, ServerReply } from './device-message';
import type { DM2ServerBed } from './dm2-server-bed';

/** What the way there and back does to one message. */
export type Fate =
  | { readonly kind: 'arrives' | 'is-lost' | 'answer-is-lost' | 'arrives-twice' }
  /** Nobody waits for the answer any more. */
  | { readonly kind: 'is-late'; readonly milliseconds: number };

const PATIENCE = 10_000;
const REPEATS = 2;

/**
 * A device as the profile has it, and nothing more: it performs by noting the command, and repeats what got no answer.
 * What it saw is compared with what the server believes.
 */
export class ModelDevice {
  /** The commands that were performed, as often as they were. */
  readonly performed: DM2Command[] = [];
  /** Of which the results were taken, as far as the device was told. */
  readonly acknowledged = new Set<DM2Command>();
  /** What must not have happened. */
  readonly complaints: string[] = [];
  readonly #bed: DM2ServerBed;
  readonly #fates: Fate[];
  readonly #ended = new Set<string>();

  constructor(bed: DM2ServerBed, fates: readonly Fate[]) {
    this.#bed = bed;
    this.#fates = [...fates];
  }

  heal(): void {
    this.#fates.length = 0;
  }

  /** The session that was seen through to END, or `failed`. */
  async session(): Promise<{ readonly end: 'finished' | 'failed'; readonly sessionID?: string }> {
    const initiation = { start: { reason: 'client-initiated' }, alerts: [] } as const;
    let reply = await this.#exchange({ kind: 'initiation', initiation });
    for (let sessionID: string | undefined; ; ) {
      if (reply?.kind !== 'commands') return { end: 'failed', ...(sessionID && { sessionID }) };
      if (isEnd(reply)) return { end: 'finished', ...(sessionID && { sessionID }) };
      sessionID = reply.next?.sessionID;
      reply = await this.#go(reply);
    }
  }

  async #go({ commands, next }: CommandsReply): Promise<ServerReply | undefined> {
    const results = commands.map((command) => this.#perform(command));
    const reply = await this.#exchange({ kind: 'response', response: { results, alerts: [] } }, next);
    if (reply?.kind === 'commands') for (const command of commands) this.acknowledged.add(command);
    return reply;
  }

  #perform(command: DM2Command): CommandResult {
    if (this.acknowledged.has(command)) this.complaints.push(`asked again for ${JSON.stringify(command)}`);
    this.performed.push(command);
    return { status: 200, clientURIs: [JSON.stringify(command)] };
  }

  /** The same again where nothing comes back. */
  async #exchange(message: DevicePackage, place?: RoundPlace): Promise<ServerReply | undefined> {
    for (let repeats = 0; repeats <= REPEATS; repeats += 1) {
      const reply = await this.#travel(() => this.#deliver(message, place));
      if (reply !== undefined) return reply;
      await this.#bed.clock.advance(PATIENCE);
    }
    return undefined;
  }

  async #travel(deliver: () => Promise<ServerReply>): Promise<ServerReply | undefined> {
    const fate = this.#fates.shift() ?? { kind: 'arrives' };
    if (fate.kind === 'is-lost') return undefined;
    if (fate.kind === 'is-late') {
      this.#bed.clock.after(fate.milliseconds, () => void deliver());
      return undefined;
    }
    const reply = await deliver();
    if (fate.kind === 'arrives-twice') await deliver();
    return fate.kind === 'answer-is-lost' ? undefined : reply;
  }

  /** Nothing but END, or a refusal, follows END. */
  async #deliver(message: DevicePackage, place?: RoundPlace): Promise<ServerReply> {
    const reply = await this.#bed.say(message, place && { place });
    if (place === undefined || reply.kind === 'refused') return reply;
    if (this.#ended.has(place.sessionID) && !isEnd(reply))
      this.complaints.push(`${place.sessionID} went on after END`);
    if (isEnd(reply)) this.#ended.add(place.sessionID);
    return reply;
  }
}

function isEnd({ commands }: CommandsReply): boolean {
  return commands.some(({ verb }) => verb === 'END');
}
