import type { DataTable } from '@cucumber/cucumber';
import type { Originator, RequestDraft } from '../../../harness/cast/originator';
import { establishmentIn, policyOn, updateIn } from '../../../harness/cast/session/session-drafts';
import type { SessionMessage } from '../../../harness/cast/session/session-message';
import { encodeHttpRequest } from '../../../protocol/codec/onem2m-http';
import { resourceTypeNamed } from '../../../protocol/tables/onem2m/resource-types';
import { stimulus } from '../../say';
import type { FlowproofWorld } from '../../world';
import { identified, playOf, stimulate } from './play';
import { rowsToSend } from './rows';
import { addressFor } from './sending';

stimulus('{party} retrieves the session {name}', function (party: string, name: string) {
  return ask(this, party, { name, operation: 'retrieve' });
});

/** A child by its path; names of policies are those of the scenario. */
stimulus(
  '{party} retrieves {string} of the session {name}',
  function (party: string, path: string, name: string) {
    const policies = playOf(this).session(name).policies;
    const real = path
      .split('/')
      .map((segment) => policies.find((policy) => policy.name === segment)?.resourceName ?? segment);
    return ask(this, party, { name, operation: 'retrieve', path: `/${real.join('/')}` });
  },
);

stimulus(
  '{party} updates the session {name} with:',
  async function (party: string, name: string, table: DataTable) {
    const { changes } = await rowsToSend(this, table.raw(), party);
    const attributes = Object.fromEntries(
      Object.entries(changes).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    );
    const content = { kind: 'resource', resource: { element: 'fp:ses', attributes } } as const;
    await ask(this, party, { name, operation: 'update', content });
  },
);

stimulus(
  '{party} creates a(n) {type} in the session {name}',
  async function (party: string, type: string, name: string) {
    const row = resourceTypeNamed(type);
    if (!row) throw new Error(`no resource type is called ${type}`);
    const content = { kind: 'resource', resource: { element: row.element, attributes: {} } } as const;
    await ask(this, party, { name, operation: 'create', resourceType: row.type, content });
  },
);

/** `<AE2>` stands for its address. */
stimulus(
  '{party} sends an establishment whose body is {string}',
  async function (party: string, body: string) {
    const play = playOf(this);
    await play.cast.ready(['AE1', 'AE2']);
    await play.cast.subscribed('AE2');
    const by = await play.speakerFor(party);
    const invited = await play.addressOfApplication('AE2');
    const parent = play.cast.isAtTarget(party) ? this.scene.required(party).structured : invited;
    const text = body.replaceAll('<AE2>', invited);
    await sendRaw(this, { party, by, message: 'establishment', draft: establishmentIn(parent, {}) }, text);
  },
);

stimulus(
  '{party} sends a policy on {name} whose body is {string}',
  async function (party: string, name: string, body: string) {
    const play = playOf(this);
    const session = await identified(this, name);
    const by = await play.speakerFor(party);
    const draft = policyOn(play.asSeenBy(by, play.addressOf(session)), {});
    await sendRaw(this, { party, by, message: 'policy', draft, session: name }, body);
  },
);

stimulus(
  '{party} sends an update in session {name} whose body has {int} bytes',
  async function (party: string, name: string, bytes: number) {
    const { sessionID, target } = await identified(this, name);
    const by = await playOf(this).originatorFor(party);
    const container = this.scene.places.all().find((place) => place.typeName === 'container')?.name ?? target;
    const draft = updateIn(addressFor(this, party, { name: container, suffix: '' }), sessionID, 'x');
    const beginning = `{"m2m:cnt":{"sid":"${sessionID}","prd":"`;
    const body = `${beginning}${'x'.repeat(bytes - beginning.length - 3)}"}}`;
    await sendRaw(this, { party, by, message: 'update', draft, session: name }, body);
  },
);

type Asked = { readonly name: string; readonly path?: string } & Omit<RequestDraft, 'to'>;

async function ask(world: FlowproofWorld, party: string, { name, path = '', ...rest }: Asked): Promise<void> {
  const play = playOf(world);
  const session = await identified(world, name);
  const by = await play.originatorFor(party);
  const to = play.asSeenBy(by, `${play.addressOf(session)}${path}`);
  stimulate(world, { party, by, message: undefined, session: name, draft: { ...rest, to } });
}

interface Raw {
  readonly party: string;
  readonly by: Originator;
  readonly message: SessionMessage;
  readonly draft: RequestDraft;
  readonly session?: string;
}

/** The headers of the draft, and a body that no encoder wrote. */
async function sendRaw(world: FlowproofWorld, raw: Raw, body: string): Promise<void> {
  const { cse, unique } = world.scene.stage;
  const requestIdentifier = unique('rqi');
  const { overrides: _none, ...stated } = raw.draft;
  const likeness = encodeHttpRequest(cse.url, {
    ...stated,
    from: raw.by.id,
    requestIdentifier,
    releaseVersionIndicator: cse.releaseVersion,
  });
  const headers = new Headers(likeness.headers);
  headers.delete('content-length');
  const message = new Request(likeness.url, { method: likeness.method, headers, body });
  stimulate(world, { ...raw, draft: { ...raw.draft, requestIdentifier }, raw: message });
}
