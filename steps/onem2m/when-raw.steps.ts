import { Turn } from '../../harness/cast/turn';
import { encodeHttpRequest } from '../../protocol/codec/onem2m-http';
import type { Operation } from '../../protocol/model/operation';
import { type Path, pathOf } from '../parameter-types';
import { stimulus } from '../say';
import type { FlowproofWorld } from '../world';
import { identifierOf } from './cells';
import { createGroup } from './drafts';

/** What is sent byte for byte, under headers that are in order. */
interface Raw {
  readonly operation: Operation;
  readonly to: string;
  readonly mediaType: string;
  readonly body: Uint8Array | string;
}

async function sendRaw(world: FlowproofWorld, originator: string, raw: Raw): Promise<void> {
  const by = await world.scene.originator(originator);
  const { cse, unique } = world.scene.stage;
  const draft = { operation: raw.operation, to: raw.to };
  const resourceType = raw.operation === 'create' ? { resourceType: 9 } : {};
  const content = { kind: 'resource', resource: { element: 'm2m:grp', attributes: {} } } as const;
  const likeness = encodeHttpRequest(cse.url, {
    ...draft,
    ...resourceType,
    content,
    from: by.id,
    requestIdentifier: unique('rqi'),
    releaseVersionIndicator: cse.releaseVersion,
  });
  const headers = new Headers(likeness.headers);
  headers.set('content-type', raw.operation === 'create' ? `${raw.mediaType};ty=9` : raw.mediaType);
  headers.delete('content-length');
  const message = new Request(likeness.url, { method: likeness.method, headers, body: raw.body });
  const turn = Turn.raw(world.scene, by, message, draft);
  world.turns.push(turn);
  await turn.finish();
}

/** `<m1>` stands for an identifier of m1, `<name:pumps>` for the real name that pumps is to have. */
function filledIn(world: FlowproofWorld, body: string): string {
  return body.replace(/<(name:)?(\w+)>/g, (text, named: string | undefined, name: string) => {
    if (named) return world.realName(name);
    return world.scene.places.find(name) ? identifierOf(world, { name, suffix: '' }) : text;
  });
}

stimulus(
  '{originator} sends a raw {operation} to {path} as {string}:',
  async function (originator: string, operation: Operation, path: Path, mediaType: string, body: string) {
    await this.scene.originator(originator);
    await sendRaw(this, originator, {
      operation,
      to: identifierOf(this, path),
      mediaType,
      body: filledIn(this, body),
    });
  },
);

stimulus(
  '{originator} creates a group {name} whose body is not UTF-8',
  async function (originator: string, name: string) {
    const text = groupBody(this.realName(name), 'x');
    const body = new TextEncoder().encode(text);
    body[text.lastIndexOf('x')] = 0xff;
    await sendGroup(this, originator, body);
  },
);

stimulus(
  '{originator} creates a group {name} whose body is {int} levels deep',
  async function (originator: string, name: string, depth: number) {
    const nested = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    await sendGroup(this, originator, `{"m2m:grp":{"rn":"${this.realName(name)}","mnm":1,"mid":${nested}}}`);
  },
);

stimulus(
  '{originator} creates a group {name} whose body has {int} bytes',
  async function (originator: string, name: string, bytes: number) {
    const rest = groupBody(this.realName(name), '').length;
    await sendGroup(this, originator, groupBody(this.realName(name), 'x'.repeat(bytes - rest)));
  },
);

stimulus(
  '{originator} creates a group {name} with {int} member IDs',
  async function (originator: string, name: string, count: number) {
    const by = await this.scene.originator(originator);
    const memberIDs = Array.from({ length: count }, (_, at) =>
      identifierOf(this, { name: `nowhere${at}`, suffix: '' }),
    );
    const attributes = { memberIDs, maxNrOfMembers: count };
    const turn = await this.stimulate(by, createGroup(this, name, { parameters: {}, attributes }));
    await this.rememberCreated(name, turn);
  },
);

function groupBody(resourceName: string, groupName: string): string {
  return `{"m2m:grp":{"rn":"${resourceName}","mnm":1,"mid":[],"gn":"${groupName}"}}`;
}

async function sendGroup(
  world: FlowproofWorld,
  originator: string,
  body: Uint8Array | string,
): Promise<void> {
  await world.scene.originator(originator);
  const { name, suffix } = pathOf(`"${originator}"`);
  await sendRaw(world, originator, {
    operation: 'create',
    to: identifierOf(world, { name, suffix }),
    mediaType: 'application/json',
    body,
  });
}
