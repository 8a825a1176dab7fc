import { TesterListener } from '../tester-listener';
import type { TesterAccount } from './account';
import { ClientTester } from './client-tester';
import type { SyncMLStage } from './stage';
import { PATHS } from './syncml-stage';
import type { TesterTree } from './tester-tree';

/** What a device behind a gateway is known by there. */
export type DeviceIdentity = Pick<TesterAccount, 'deviceID' | 'client' | 'server'>;

/** Where a tester's device has something to get, to set and to execute. */
const PUMP = './Pump';

/** A pump behind a gateway under test: a client with nodes of its own, which listens for package 0 at an address of its own. */
export class DeviceTester extends ClientTester {
  readonly #listener: TesterListener;

  constructor(stage: SyncMLStage, name: string, { deviceID, client, server }: DeviceIdentity) {
    const nonces = { client: new Uint8Array(), server: new Uint8Array() };
    super(stage, name, () => {
      const { serverID = '', serverAddress = '' } = stage.underTest.asServer ?? {};
      return { serverID, serverAddress, deviceID, client, server, nonces };
    });
    this.#listener = new TesterListener(stage, name, (request) => this.takePackageZero(request));
    setPump(this.nodes, name);
  }

  open(): Promise<void> {
    return this.#listener.open();
  }

  override async close(): Promise<void> {
    await super.close();
    await this.#listener.close();
  }

  /** Where the gateway sends package 0. */
  get notificationAddress(): string {
    return this.#listener.address + PATHS.notifications;
  }
}

/** The nodes of a pump of this name. */
export function setPump(nodes: TesterTree, name: string): void {
  nodes.set(`${PUMP}/State`, 'off');
  nodes.set(`${PUMP}/Speed`, { data: '1', format: 'int' });
  nodes.set(`${PUMP}/Name`, name);
  nodes.set(`${PUMP}/Restart`, { data: '', format: 'null' });
  nodes.set(`${PUMP}/Large`, 'flowproof!'.repeat(500));
}
