import type { DataTable } from '@cucumber/cucumber';
import { receivedSince } from '../../harness/cast/reached';
import { check, show } from '../../harness/verdict/check';
import { Deviation } from '../../harness/verdict/deviation';
import type { RequestPrimitive } from '../../protocol/model/request-primitive';
import { OperationCode } from '../../protocol/tables/onem2m/enumerations';
import type { Path } from '../parameter-types';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { identifierOf, parameterKey, readTable } from './cells';
import { sameValue } from './compare-attributes';
import { reachedBy } from './received-counts';

/** The one request that a scripted member got of the latest stimulus that reached it. */
export function requestAt(world: FlowproofWorld, path: Path): RequestPrimitive {
  const address = identifierOf(world, path);
  const perTurn = world.stimuli.map((turn, at) =>
    receivedSince(world.scene, turn, world.stimuli[at + 1]).filter(({ request }) =>
      isFor(world, request.to, address),
    ),
  );
  const reached = perTurn.findLast((received) => received.length > 0) ?? [];
  const [first] = reached;
  if (first && reached.length === 1) return first.request;
  throw new Deviation({
    what: `the requests that "${path.name}" received`,
    expected: 'one',
    actual: String(reached.length),
  });
}

/** The resource itself, or its fan-out point where it is a group that a tester hosts. */
function isFor(world: FlowproofWorld, to: string, address: string): boolean {
  const { places } = world.scene;
  return places.same(to, address) || places.same(to, `${address}/fopt`);
}

export function checkRequest(
  world: FlowproofWorld,
  what: string,
  request: RequestPrimitive,
  rows: string[][],
): void {
  const { parameters, attributes, absent } = readTable(world, rows);
  if (absent?.length)
    throw new Error(`"(absent)" is not for this step: say that ${what} has no ${absent[0]}`);
  const given = request.content?.kind === 'resource' ? request.content.resource.attributes : {};
  for (const [name, expected] of Object.entries(attributes)) {
    const actual = given[name];
    check(
      actual !== undefined && sameValue(world, name, expected, actual),
      `${name} in ${what}`,
      show(expected),
      show(actual),
    );
  }
  for (const [name, expected] of Object.entries(parameters)) {
    const actual = request[name as keyof RequestPrimitive];
    check(sameParameter(name, expected, actual), `${name} of ${what}`, show(expected), show(actual));
  }
}

/** Operation is a word in a primitive and a number in the tables. */
function sameParameter(name: string, expected: unknown, actual: unknown): boolean {
  const comparable =
    name === 'operation' && typeof actual === 'string'
      ? OperationCode[actual as keyof typeof OperationCode]
      : actual;
  return JSON.stringify(comparable) === JSON.stringify(expected);
}

consequence('the request that {path} received has:', function (path: Path, table: DataTable) {
  checkRequest(this, `the request that "${path.name}" received`, requestAt(this, path), table.raw());
});

consequence('the request that {path} received has no {parameter}', function (path: Path, title: string) {
  const actual = requestAt(this, path)[parameterKey(title) as keyof RequestPrimitive];
  check(
    actual === undefined,
    `${title} of the request that "${path.name}" received`,
    'nothing',
    show(actual),
  );
});

consequence('the request that {path} received names its {parameter}', function (path: Path, title: string) {
  const actual = requestAt(this, path)[parameterKey(title) as keyof RequestPrimitive];
  check(
    actual !== undefined && actual !== '',
    `${title} of the request that "${path.name}" received`,
    'some value',
    show(actual),
  );
});

consequence(
  'the request that {path} received comes from {originator}',
  async function (path: Path, name: string) {
    const { id } = await this.scene.originator(name);
    const { from } = requestAt(this, path);
    const last = from?.slice(from.lastIndexOf('/') + 1);
    this.enter(
      'SOM-FAN-007',
      from === id ? 'From leaves the CSE as it came' : 'From is made SP-relative when it leaves the CSE',
    );
    check(last === id, `From of the request that "${path.name}" received`, id, show(from));
  },
);

consequence('the request that {path} received is addressed to {path}', function (path: Path, to: Path) {
  const expected = identifierOf(this, to);
  const actual = requestAt(this, path).to;
  const holds = this.scene.places.same(actual, expected);
  check(holds, `To of the request that "${path.name}" received`, expected, actual);
});

consequence(
  'the requests that {members} received carry the same Group Request Identifier',
  function (members: readonly Path[]) {
    const identifiers = members.map((member) => requestAt(this, member).groupRequestIdentifier);
    const holds = identifiers.every((one) => one !== undefined && one !== '' && one === identifiers[0]);
    check(
      holds,
      'Group Request Identifier of the member requests',
      'one and the same',
      identifiers.map(show).join(', '),
    );
  },
);

consequence('the requests of the two turns carry different Group Request Identifiers', function () {
  const identifiers = this.turns
    .slice(-2)
    .map((turn) => reachedBy(this, turn)[0]?.received.request.groupRequestIdentifier);
  const [one, other] = identifiers;
  const holds = one !== undefined && other !== undefined && one !== other;
  check(
    holds,
    'Group Request Identifier of the two turns',
    'two that differ',
    identifiers.map(show).join(', '),
  );
});
