import { Inconclusive } from '../../verdict/deviation';
import type { AuthenticationType } from './account';
import type { ClientTester } from './client-tester';
import { DeviceTester } from './device-tester';
import { GatewayTester } from './gateway-tester';
import { ServerTester } from './server-tester';
import type { SyncMLStage } from './stage';
import type { MessageArrival } from './syncml-messages';

/** A tester that the scene closes at its end. */
interface Closable {
  close(): Promise<void>;
}

/**
 * What one scenario of device management has put on its stage: the testers by their names, and the groups as it last
 * stated them. It opens and closes testers, and passes no judgement.
 */
export class ManagementScene {
  readonly stage: SyncMLStage;
  /** Names of the devices of each group, by its name. */
  readonly groups = new Map<string, string[]>();
  /** How devices that are added from now on prove themselves. */
  authentication: AuthenticationType = 'md5';
  readonly #devices = new Map<string, DeviceTester>();
  readonly #open: Closable[] = [];
  readonly #names = new Map<string, string>();
  /** What to undo at the target, the last first. */
  readonly #undo: (() => Promise<void>)[] = [];
  readonly #pending: (() => Promise<void>)[] = [];
  #server: ServerTester | undefined;
  #gateway: GatewayTester | undefined;

  constructor(stage: SyncMLStage) {
    this.stage = stage;
    if (stage.underTest.role === 'dm-server') this.#gateway = this.keep(new GatewayTester(stage));
    else this.#server = this.keep(new ServerTester(stage));
  }

  /** Hands a tester to the scene, which closes it in the end; the last opened goes first. */
  keep<T extends Closable>(tester: T): T {
    this.#open.push(tester);
    return tester;
  }

  get server(): ServerTester {
    if (!this.#server) throw new Error('the server is the target of this scenario, no tester');
    return this.#server;
  }

  get gateway(): GatewayTester {
    if (!this.#gateway) throw new Error('no tester plays the gateway in this scenario');
    return this.#gateway;
  }

  get role(): SyncMLStage['underTest']['role'] {
    return this.stage.underTest.role;
  }

  /** The name on the target of what the scenario calls so. */
  realName(name: string): string {
    const real = this.#names.get(name) ?? this.stage.unique(name);
    this.#names.set(name, real);
    return real;
  }

  /** The tester that plays a device behind the gateway under test, listening from its first use on. */
  async openDevice(name: string): Promise<DeviceTester> {
    const known = this.#devices.get(name);
    if (known) return known;
    const device = this.keep(new DeviceTester(this.stage, name, this.#identity(name)));
    this.#devices.set(name, device);
    await device.open();
    return device;
  }

  #identity(name: string) {
    const { standingGroup, asServer } = this.stage.underTest;
    if (standingGroup) {
      const standing = standingGroup.devices[Number(name.slice(1)) - 1];
      if (!standing) throw new Inconclusive(`the gateway has no device for "${name}" in its target file`);
      return standing;
    }
    const type = this.authentication;
    return {
      deviceID: `urn:flowproof:${this.realName(name)}`,
      client: { type, name: `user-of-${name}`, password: `client-secret-of-${name}` },
      server: { type, name: asServer?.serverID ?? '', password: `server-secret-of-${name}` },
    };
  }

  device(name: string): DeviceTester {
    const device = this.#devices.get(name);
    if (!device) throw new Error(`the scenario speaks of "${name}" before it made it`);
    return device;
  }

  hasDevice(name: string): boolean {
    return this.#devices.has(name);
  }

  get devices(): readonly DeviceTester[] {
    return [...this.#devices.values()];
  }

  /** Every tester that is a client. */
  get clients(): readonly ClientTester[] {
    return this.#gateway ? [this.#gateway, ...this.#devices.values()] : this.devices;
  }

  /** The tester that is the client of the target: the gateway of a server, the first device of a gateway. */
  get peer(): ClientTester {
    return this.#gateway ?? this.device('d1');
  }

  /** Everything that the target said to any of the testers, as far as it could be read. */
  get arrivals(): readonly MessageArrival[] {
    const asServer = this.#server?.sessions.flatMap(({ turns }) => turns) ?? [];
    const asClients = this.clients.flatMap(({ sessions }) => sessions.flatMap(({ turns }) => turns));
    return [...asServer, ...asClients].flatMap(({ arrival }) => (arrival.kind === 'message' ? arrival : []));
  }

  /** Has something made at the target before the first message that is about anything else. */
  makeLater(make: () => Promise<void>): void {
    this.#pending.push(make);
  }

  /** Makes what is to be made, in the order in which it was stated. */
  async makeReady(): Promise<void> {
    for (let make = this.#pending.shift(); make !== undefined; make = this.#pending.shift()) await make();
  }

  /** Has something undone at the end, where the target outlives the scenario. */
  undoLater(undo: () => Promise<void>): void {
    if (!this.stage.disposable) this.#undo.push(undo);
  }

  async clear(): Promise<void> {
    for (const undo of this.#undo.splice(0).reverse()) await undo().catch(() => undefined);
    // What the testers said last has to arrive: who never heard of the end of a session forgets its nonces.
    if (!this.stage.disposable) await this.stage.time.elapse(this.stage.target.ixit.quietTime);
    for (const tester of this.#open.splice(0).reverse()) await tester.close();
  }
}
