import type { Attributes } from '../../protocol/model/attribute-value';
import type { ResponsePrimitive } from '../../protocol/model/response-primitive';
import { resourceTypeNamed } from '../../protocol/tables/onem2m/resource-types';
import { RSC } from '../../protocol/tables/onem2m/status-codes';
import { Deviation, Inconclusive } from '../verdict/deviation';
import { describeAnswer } from './describe-answer';
import { MemberCse } from './member-cse';
import { NotificationTarget } from './notification-target';
import type { RequestDraft } from './originator';
import { Originator } from './originator';
import type { Place } from './place';
import { Places } from './places';
import { registerApplication, registerCse, unprefixed } from './registration';
import type { CseStage } from './stage';
import { writtenRepresentation } from './written-representation';

/** A resource to make: where, what, and what else the request says. */
export interface Making {
  readonly name: string;
  readonly typeName: string;
  readonly parent: string;
  readonly attributes?: Attributes;
  readonly element?: string;
  readonly parameters?: Partial<RequestDraft>;
  /** Who makes it; AE1 where nobody is named. */
  readonly by?: Originator;
}

/**
 * What one scenario has put on its stage: originators, scripted CSEs, notification targets and named resources.
 * It makes and removes them; it passes no judgement beyond "the preamble did not work".
 */
export class Scene {
  readonly stage: CseStage;
  readonly places: Places;
  readonly #originators = new Map<string, Originator>();
  readonly #hosts = new Map<string, MemberCse>();
  readonly #notificationTargets = new Map<string, NotificationTarget>();
  /** Those of applications, by the name of the application. */
  readonly #listeners = new Map<string, NotificationTarget>();
  /** What to remove at the end, by whom; the last made goes first. */
  readonly #made: { readonly address: string; readonly by: Originator }[] = [];
  /** What is to be done before anything is removed, in this order. */
  readonly #closing: (() => Promise<void>)[] = [];
  #introduction: ((name: string) => Promise<Originator | undefined>) | undefined;

  constructor(stage: CseStage) {
    this.stage = stage;
    this.places = new Places(stage.cse.cseID);
    const { cseID, resourceName } = stage.cse;
    const base = { cseID, resourceID: resourceName, structured: resourceName };
    this.places.add({ name: 'the CSE', typeName: 'CSEBase', element: 'm2m:cb', ...base });
  }

  /**
   * The originator of that name: AE1 and AE2 are registered at first use, a scripted CSE speaks for itself, and any
   * other is a stranger to the target.
   */
  async originator(name: string): Promise<Originator> {
    const known = this.#originators.get(name);
    if (known) return known;
    const introduced = await this.#introduction?.(name);
    if (introduced) return this.introduce(introduced);
    const host = isHost(name) ? await this.host(name) : undefined;
    const originator = new Originator(
      this.stage,
      name,
      host?.cseID ?? `C${this.stage.unique(name.toLowerCase())}`,
    );
    this.#originators.set(name, originator);
    if (name === 'AE1' || name === 'AE2') await this.#register(originator);
    return originator;
  }

  /** From now on this is the originator of its name. */
  introduce(originator: Originator): Originator {
    this.#originators.set(originator.name, originator);
    return originator;
  }

  /** Asks first where originators come from that nobody knows yet. */
  introducedBy(introduction: (name: string) => Promise<Originator | undefined>): void {
    this.#introduction = introduction;
  }

  /** Puts what a tester has registered or made below the CSE itself on the map, to be removed by it at the end. */
  adopt(place: Place, by: Originator): void {
    this.places.add(place);
    this.#made.push({ address: place.structured, by });
  }

  beforeClearing(action: () => Promise<void>): void {
    this.#closing.push(action);
  }

  originatorKnown(name: string): Originator | undefined {
    return this.#originators.get(name);
  }

  hosts(): readonly MemberCse[] {
    return [...this.#hosts.values()];
  }

  /** The scripted CSE of that name, registered at the target as a remoteCSE at first use. */
  async host(name: string): Promise<MemberCse> {
    const known = this.#hosts.get(name);
    if (known) return known;
    const host = new MemberCse(this.stage, name);
    this.#hosts.set(name, host);
    await host.open();
    await this.#registerHost(host);
    return host;
  }

  async notificationTarget(name: string): Promise<NotificationTarget> {
    const known = this.#notificationTargets.get(name);
    if (known) return known;
    const target = new NotificationTarget(this.stage, name);
    this.#notificationTargets.set(name, target);
    await target.open();
    return target;
  }

  /** Where a registered application is told of results: a tester at an address of its own, silent about who may tell. */
  async listenerOf(application: string): Promise<NotificationTarget> {
    const known = this.#listeners.get(application);
    if (known) return known;
    const listener = new NotificationTarget(this.stage, application);
    this.#listeners.set(application, listener);
    await listener.open();
    return listener;
  }

  notificationTargetKnown(name: string): NotificationTarget | undefined {
    return this.#notificationTargets.get(name);
  }

  /** Makes a named resource; anything but CREATED is a deviation. */
  async make(making: Making): Promise<Place> {
    const by = making.by ?? (await this.originator('AE1'));
    const attributes = { resourceName: this.stage.unique(making.name), ...making.attributes };
    const outcome = await by.send(this.createRequest({ ...making, attributes }));
    if (outcome.kind === 'none') throw new Inconclusive(`creating "${making.name}": ${outcome.why}`);
    if (outcome.response.responseStatusCode !== RSC.CREATED) {
      throw new Deviation({
        what: `the answer to the creation of "${making.name}"`,
        expected: 'CREATED (2001)',
        actual: describeAnswer(outcome.response),
      });
    }
    const place = this.remember(making, outcome.response);
    if (making.parent === 'the CSE') this.#made.push({ address: place.structured, by });
    return place;
  }

  /** The originator that the target description grants what an application may not do, such as making a node. */
  get administrator(): Originator {
    return new Originator(this.stage, 'administrator', this.stage.cse.adminOriginator);
  }

  /** The request that makes a resource with these attributes and no others. */
  createRequest(making: Making): RequestDraft {
    const row = resourceTypeNamed(making.typeName);
    if (!row) throw new Error(`no resource type is called ${making.typeName}`);
    const resource = writtenRepresentation(making.element ?? row.element, making.attributes ?? {});
    return {
      operation: 'create',
      to: this.required(making.parent).structured,
      resourceType: row.type,
      content: { kind: 'resource', resource },
      ...making.parameters,
    };
  }

  /** Puts a created resource on the map, under the identifier the target gave it. */
  remember(making: Making, response: ResponsePrimitive): Place {
    if (response.content?.kind !== 'resource') {
      throw new Inconclusive(
        `the answer to the creation of "${making.name}" holds no resource to take its identifier from`,
      );
    }
    const { resourceID, resourceName } = response.content.resource.attributes;
    const parent = this.required(making.parent);
    return this.places.add({
      name: making.name,
      typeName: making.typeName,
      element: response.content.resource.element,
      cseID: this.stage.cse.cseID,
      resourceID: unprefixed(String(resourceID), this.stage.cse.cseID),
      structured: `${parent.structured}/${String(resourceName)}`,
      parent: making.parent,
    });
  }

  required(name: string): Place {
    const place = this.places.find(name);
    if (!place) throw new Error(`the scenario speaks of "${name}" before it made it`);
    return place;
  }

  /** Removes what was made and closes every tester. What cannot be removed is the target's to keep. */
  async clear(): Promise<void> {
    for (const action of this.#closing) await action();
    for (const { address, by } of this.stage.disposable ? [] : this.#made.reverse()) {
      await by.send({ operation: 'delete', to: address }).catch(() => undefined);
    }
    const told = [...this.#notificationTargets.values(), ...this.#listeners.values()];
    for (const tester of [...this.#hosts.values(), ...told]) await tester.close();
  }

  async #register(originator: Originator): Promise<void> {
    const registered = await registerApplication(this.stage, originator);
    const { name } = originator;
    this.adopt({ name, typeName: 'AE', element: 'm2m:ae', parent: 'the CSE', ...registered }, originator);
  }

  async #registerHost(host: MemberCse): Promise<void> {
    const registrar = new Originator(this.stage, host.name, host.cseID);
    const registered = await registerCse(this.stage, registrar, host.address);
    const name = `${host.name}'s remoteCSE`;
    this.adopt({ name, typeName: 'remoteCSE', element: 'm2m:csr', ...registered }, registrar);
    const base = { cseID: host.cseID, resourceID: 'base', structured: 'base' };
    this.places.add({ name: host.name, typeName: 'CSEBase', element: 'm2m:cb', ...base });
  }
}

function isHost(name: string): boolean {
  return /^CSE\d$/.test(name);
}
