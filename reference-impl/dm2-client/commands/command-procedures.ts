import type { ManagementAlert } from '../../../protocol/model/dm2-alert';
import type { ClientURI } from '../../../protocol/model/dm2-client-uri';
import type {
  DefaultCommand,
  DM2Command,
  ExecCommand,
  FetchCommand,
  SendCommand,
  SubscribeCommand,
  UnperformableCommand,
} from '../../../protocol/model/dm2-command';
import type { SerializedObject } from '../../../protocol/model/dm2-object';
import type { CommandResult } from '../../../protocol/model/dm2-package';
import type { Refusal } from '../../../protocol/model/refusal';
import type { DM2Client, Execution, KnownServer, Mandate, Performance, Subscription } from '../dm2-client';
import type {
  FetchedContent,
  RepositoryAnswer,
  RepositoryQuestion,
  RepositoryReply,
  SentContent,
} from '../dm2-client-ports';
import type { Operation } from '../tree/node-description';
import type { ObjectStore } from '../tree/object-store';
import type { FoundNode, ObjectTree, Place } from '../tree/object-tree';
import type { Putting } from '../tree/put-node';
import type { ToldNode } from '../tree/serialize';
import type { NamedNodes } from './addresses';
import type { Sending } from './send-data';

/** What becomes of the commands of a package. A refusal is the status of its command, and nothing was changed. */
export interface CommandProcedures {
  /** @see DM2 B.1 step 6, B.2 step 8, dm2.md 3.3 */
  performCommands(
    performance: Performance,
    commands: readonly DM2Command[],
  ): Promise<readonly CommandResult[]>;
  performCommand(performance: Performance, command: DM2Command): Promise<CommandResult | Refusal>;
  /** Of a verb that nobody knows, or arguments that do not fit. @see dm2.md 5.1 */
  statusOfUnperformable(command: UnperformableCommand): number;

  /** HGET. @see dm2.md 5.3 */
  fetchData(mandate: Mandate, command: FetchCommand): Promise<CommandResult | Refusal>;
  storeObjects(mandate: Mandate, content: FetchedContent): CommandResult | Refusal;
  storeAt(mandate: Mandate, clientURI: string, content: FetchedContent): CommandResult | Refusal;
  dataFor(
    store: ObjectStore,
    place: Place,
    content: FetchedContent,
  ): Pick<SerializedObject, 'name' | 'value'> | Refusal;
  placeOf(mandate: Mandate, clientURI: string): Place | Refusal;
  ownPlaceOf(mandate: Mandate, tree: ObjectTree, clientURI: string): Place | Refusal;
  newMIID(taken: readonly string[]): string;
  reportedAddress(place: Place): string;
  putNode(store: ObjectStore, tree: ObjectTree, putting: Putting): ObjectTree | Refusal;

  /** HPUT, HPOST. @see dm2.md 5.4 */
  sendData(performance: Performance, command: SendCommand): Promise<CommandResult | Refusal>;
  nodesToSend(performance: Performance, clientURIs: readonly string[]): readonly ToldNode[] | Refusal;
  deliver(client: DM2Client, sending: Sending): Promise<RepositoryReply | Refusal>;
  contentOf(
    store: ObjectStore,
    nodes: readonly ToldNode[],
    objectTypes?: readonly string[],
  ): SentContent | Refusal;

  /** @see dm2.md 5.1, 9 */
  askRepository(client: DM2Client, question: RepositoryQuestion): Promise<RepositoryReply>;
  successOf(reply: RepositoryReply): RepositoryAnswer | Refusal;

  /** @see dm2.md 5.5 */
  deleteNodes(mandate: Mandate, clientURI: string): CommandResult | Refusal;
  removeNode(store: ObjectStore, tree: ObjectTree, place: Place): ObjectTree | Refusal;
  reportNodes(performance: Performance, clientURI: string): CommandResult | Refusal;

  /** @see dm2.md 5.6 */
  executeNode(mandate: Mandate, command: ExecCommand): CommandResult | Refusal;
  operationAt(mandate: Mandate, clientURI: string): Operation | Refusal;
  isDoneAtOnce(command: ExecCommand, operation: Operation): boolean;
  beginExecution(mandate: Mandate, execution: Execution, operation: Operation): CommandResult | Refusal;
  /** @see dm2.md 3.5 */
  alertOfExecution(execution: Execution, status: number): ManagementAlert;

  /** @see dm2.md 5.7 */
  showPage(performance: Performance, serverURI: string): CommandResult | Refusal;
  rememberDefault(mandate: Mandate, command: DefaultCommand): CommandResult | Refusal;
  /** Something in the device asks for an object. */
  needObject(client: DM2Client, moid: string): Promise<boolean>;
  /** @see dm2.md 4.2 */
  continueElsewhere(performance: Performance, serverURI: string): CommandResult | Refusal;

  /** @see dm2.md 5.8 */
  subscribe(mandate: Mandate, command: SubscribeCommand): CommandResult | Refusal;
  unsubscribe(mandate: Mandate, clientURI: string): CommandResult | Refusal;
  subscriptionOf(mandate: Mandate, clientURI: string): Subscription | undefined;
  /** After every change of the tree. */
  tellSubscribers(client: DM2Client): void;
  keepChange(subscription: Subscription): void;
  sendChange(subscription: Subscription, nodes: readonly ToldNode[]): Promise<void>;

  /** @see dm2.md 6 */
  readServerURI(mandate: Mandate, text: string): string | Refusal;
  isHostAllowed(mandate: Mandate, url: URL): boolean;
  readClientURI(mandate: Mandate, text: string): ClientURI | Refusal;
  mayManage(server: KnownServer, moid: string): boolean;
  findNodes(tree: ObjectTree, address: ClientURI): readonly FoundNode[];
  namedNodes(mandate: Mandate, clientURI: string): NamedNodes | Refusal;
  /** Without what the server has already. @see dm2.md 5.4 */
  nodesToTell(mandate: Mandate, named: NamedNodes): readonly FoundNode[];
}
