import type { Attributes } from '../../../protocol/model/attribute-value';
import { RSC } from '../../../protocol/tables/onem2m/status-codes';
import { Inconclusive } from '../../verdict/deviation';
import { describeAnswer } from '../describe-answer';
import { Originator } from '../originator';
import {
  applicationRegistration,
  cseRegistration,
  type Registration,
  registeredBy,
  registrationRequest,
} from '../registration';
import type { Scene } from '../scene';
import type { Manners } from './manner';
import { SessionApplication } from './session-application';
import { CAPABILITY, type PlayedApplication, SessionCse } from './session-cse';
import { subscriptionTo } from './session-drafts';
import type { SessionLog } from './session-log';

/** Where the target stands in the chain from AE1 to AE2. */
export type Position = 'first' | 'middle' | 'last' | 'only';

/** Who has the registration of an application: the target, or a CSE by its name. */
const REGISTRARS: { readonly [position in Position]: { readonly AE1: string; readonly AE2: string } } = {
  first: { AE1: 'the CSE', AE2: 'CSE2' },
  middle: { AE1: 'CSE1', AE2: 'CSE3' },
  last: { AE1: 'CSE1', AE2: 'the CSE' },
  only: { AE1: 'the CSE', AE2: 'the CSE' },
};

/** Applications that the target has never heard of. */
const STRANGER = /^AE[4-9]$/;

/**
 * Who stands where in a scenario of sessions. Testers register at the target when they are needed first, so that what is
 * said of them before still counts. It knows no session.
 */
export class SessionCast {
  readonly #scene: Scene;
  readonly #log: SessionLog;
  readonly #registrars = new Map<string, string>();
  /** The CSE through which another one is reached. */
  readonly #gateways = new Map<string, string>();
  readonly #incapable = new Set<string>();
  readonly #unsubscribed = new Set<string>();
  readonly #subscribed = new Set<string>();
  readonly #registered = new Set<string>();
  readonly #applications = new Map<string, SessionApplication>();
  readonly #cses = new Map<string, SessionCse>();
  readonly #played = new Map<string, PlayedApplication>();
  #registrar: { readonly name: string; readonly manners: Manners } | undefined;

  /** AE-ID of the application under test, SP-relative, once it has said it. */
  applicationID: string | undefined;

  constructor(scene: Scene, log: SessionLog) {
    this.#scene = scene;
    this.#log = log;
    scene.introducedBy(async (name) =>
      this.isAtTarget(name) ? (await this.registered(name)).originator : undefined,
    );
  }

  /** Said once, before anything else. */
  stand(position: Position): void {
    for (const [name, registrar] of Object.entries(REGISTRARS[position]))
      this.#registrars.set(name, registrar);
  }

  withoutCapability(party: string): void {
    this.#incapable.add(party);
  }

  withoutSubscription(party: string): void {
    this.#unsubscribed.add(party);
  }

  standBehind(application: string, registrar: string, gateway: string): void {
    this.#registrars.set(application, registrar);
    this.#gateways.set(registrar, gateway);
  }

  registrarOf(application: string): string {
    return this.#registrars.get(application) ?? 'the CSE';
  }

  isAtTarget(party: string): boolean {
    return party.startsWith('AE') && this.registrarOf(party) === 'the CSE';
  }

  /** The tester on the wire that plays a party. */
  playerOf(party: string): string {
    if (this.isAtTarget(party)) return party;
    const cse = party.startsWith('AE') ? this.registrarOf(party) : party;
    return this.#gateways.get(cse) ?? cse;
  }

  /** The tester of that name, by what it is; it need not be registered. */
  async application(name: string): Promise<SessionApplication> {
    const known = this.#applications.get(name);
    if (known) return known;
    const { stage } = this.#scene;
    const originator = new Originator(stage, name, `C${stage.unique(name.toLowerCase())}`);
    const application = new SessionApplication(stage, { originator, log: this.#log });
    this.#applications.set(name, application);
    this.#scene.introduce(originator);
    this.#scene.beforeClearing(() => application.listener.close());
    await application.listener.open();
    return application;
  }

  async cse(name: string): Promise<SessionCse> {
    const known = this.#cses.get(name);
    if (known) return known;
    const { stage, places } = this.#scene;
    const cse = new SessionCse(stage, { name, log: this.#log, isCapable: !this.#incapable.has(name) });
    this.#cses.set(name, cse);
    places.add({
      name,
      typeName: 'CSEBase',
      element: 'm2m:cb',
      cseID: cse.cseID,
      resourceID: 'base',
      structured: 'base',
    });
    this.#scene.beforeClearing(() => cse.listener.close());
    await cse.listener.open();
    return cse;
  }

  /** For an application under test: a tester is its registrar, and its partners stand at another CSE. */
  standAbroad(registrar: { readonly name: string; readonly manners: Manners }): void {
    for (const name of ['AE1', 'AE2']) this.#registrars.set(name, 'CSE2');
    this.#registrar = registrar;
  }

  /** How whoever plays a party behaves. */
  async mannersOf(party: string): Promise<Manners> {
    if (this.#registrar?.name === party) return this.#registrar.manners;
    return (await this.listenerOf(party)).manners;
  }

  /** The listener of whoever plays a party. */
  async listenerOf(party: string) {
    const player = this.playerOf(party);
    return player.startsWith('AE')
      ? (await this.application(player)).listener
      : (await this.cse(player)).listener;
  }

  originatorOf(cse: SessionCse, id = cse.cseID): Originator {
    return new Originator(this.#scene.stage, cse.name, id);
  }

  /** A party that is registered at the target. */
  async registered(name: string): Promise<{ readonly originator: Originator }> {
    const { originator, registration } = await this.registration(name);
    if (!this.#registered.has(name) && !STRANGER.test(name)) {
      const outcome = await originator.send(registrationRequest(this.#scene.stage, registration));
      if (outcome.kind === 'none') throw new Inconclusive(`${name} could not register: ${outcome.why}`);
      this.enterRegistered(name, { originator, registration, response: outcome.response });
    }
    return { originator };
  }

  /** What a party sends to register. */
  async registration(name: string): Promise<{ originator: Originator; registration: Registration }> {
    const { stage } = this.#scene;
    const labels = this.#incapable.has(name) ? {} : { labels: [CAPABILITY] };
    if (name.startsWith('AE')) {
      const { originator } = await this.application(name);
      return { originator, registration: applicationRegistration(stage, originator, labels) };
    }
    const cse = await this.cse(name);
    await this.#playBehind(cse);
    const originator = this.originatorOf(cse);
    const descendants = [...cse.behind.values()];
    const more: Attributes = {
      pointOfAccess: [cse.listener.address],
      ...labels,
      ...(descendants.length > 0 && { descendantCSEs: descendants }),
    };
    return { originator, registration: cseRegistration(stage, originator, more) };
  }

  enterRegistered(name: string, by: { originator: Originator } & Parameters<typeof registeredBy>[2]): void {
    this.#registered.add(name);
    const place = registeredBy(this.#scene.stage, by.originator, by);
    const isApplication = name.startsWith('AE');
    const kind = isApplication
      ? { name, typeName: 'AE', element: 'm2m:ae', parent: 'the CSE' }
      : { name: `${name}'s remoteCSE`, typeName: 'remoteCSE', element: 'm2m:csr' };
    this.#scene.adopt({ ...kind, ...place }, by.originator);
  }

  /** An application that exists only in the words of a tester's CSE. */
  async played(name: string): Promise<PlayedApplication> {
    const known = this.#played.get(name);
    if (known) return known;
    const { stage, places } = this.#scene;
    const cse = await this.cse(this.playerOf(name));
    await this.#playBehind(cse);
    const own = stage.unique(name.toLowerCase());
    const cseID = cse.behind.get(this.registrarOf(name)) ?? cse.cseID;
    const application = {
      name,
      cseID,
      resourceName: own,
      id: `C${own}`,
      isCapable: !this.#incapable.has(name),
      isSubscribed: !this.#unsubscribed.has(name),
    };
    this.#played.set(name, application);
    cse.applications.push(application);
    const kind = { name, typeName: 'AE', element: 'm2m:ae' };
    places.add({ ...kind, cseID, resourceID: application.id, structured: `base/${own}` });
    return application;
  }

  /** AE-ID of an application, or CSE-ID, SP-relative. */
  async idOf(party: string): Promise<string> {
    if (party === 'the CSE') return this.#scene.stage.cse.cseID;
    if (party === 'the application') return this.applicationID ?? '';
    if (!party.startsWith('AE')) return this.#cseIDOf(party);
    if (this.isAtTarget(party)) return (await this.application(party)).id;
    const { cseID, id } = await this.played(party);
    return `${cseID}/${id}`;
  }

  /** Everybody who takes part where the target stands: registered, and AE2 subscribed. */
  async ready(parties: readonly string[]): Promise<void> {
    for (const party of parties) {
      const player = this.playerOf(party);
      if (!this.isAtTarget(party) && party.startsWith('AE')) await this.played(party);
      await this.registered(player);
    }
  }

  /** Has an application subscribed to its sessions, unless that was ruled out. */
  async subscribed(name: string): Promise<void> {
    if (!this.isAtTarget(name) || this.#subscribed.has(name) || this.#unsubscribed.has(name)) return;
    if (this.#incapable.has(name)) return;
    const { originator, notificationURI } = await this.application(name);
    const outcome = await originator.send(this.subscription(name, notificationURI));
    if (outcome.kind === 'none') throw new Inconclusive(`${name} could not subscribe: ${outcome.why}`);
    const { response } = outcome;
    if (response.responseStatusCode !== RSC.CREATED)
      throw new Inconclusive(`${name} could not subscribe to its sessions: ${describeAnswer(response)}`);
    this.#subscribed.add(name);
  }

  subscription(owner: string, notificationURI: string) {
    return subscriptionTo(this.#scene.required(owner).structured, notificationURI);
  }

  /** The step says so itself. */
  subscribesItself(name: string): void {
    this.#subscribed.add(name);
  }

  async #cseIDOf(name: string): Promise<string> {
    const gateway = this.#gateways.get(name);
    if (gateway === undefined) return (await this.cse(name)).cseID;
    const cse = await this.cse(gateway);
    await this.#playBehind(cse);
    return cse.behind.get(name) ?? '';
  }

  async #playBehind(cse: SessionCse): Promise<void> {
    for (const [name, gateway] of this.#gateways) {
      if (gateway === cse.name && !cse.behind.has(name)) this.#putBehind(cse, name);
    }
  }

  #putBehind(cse: SessionCse, name: string): void {
    const cseID = `/${this.#scene.stage.unique(name.toLowerCase())}`;
    cse.behind.set(name, cseID);
    const base = { resourceID: 'base', structured: 'base' };
    this.#scene.places.add({ name, typeName: 'CSEBase', element: 'm2m:cb', cseID, ...base });
  }
}
