import { type DataTable, Given } from '@cucumber/cucumber';
import type { Path } from '../parameter-types';
import type { FlowproofWorld } from '../world';
import { readTable } from './cells';
import { hostOn, make } from './making';

Given('{int} container(s) {members}', function (this: FlowproofWorld, count: number, paths: readonly Path[]) {
  return eachOf(count, paths, ({ name }) => make(this, { kind: 'container', name }));
});

Given(
  '{int} container(s) {members} on {host}',
  function (this: FlowproofWorld, count: number, paths: readonly Path[], host: string) {
    return eachOf(count, paths, ({ name }) => hostOn(this, host, { kind: 'container', name }));
  },
);

Given(
  '{int} resources {members} of type {type}',
  function (this: FlowproofWorld, count: number, paths: readonly Path[], kind: string) {
    return eachOf(count, paths, ({ name }) => make(this, { kind, name }));
  },
);

Given('a {type} {name}', async function (this: FlowproofWorld, kind: string, name: string) {
  await make(this, { kind, name });
});

Given(
  'a {type} {name} with:',
  async function (this: FlowproofWorld, kind: string, name: string, table: DataTable) {
    await this.scene.originator('AE1');
    await make(this, { kind, name, attributes: readTable(this, table.raw()).attributes });
  },
);

Given(
  'a(n) {type} {name} on {host}',
  function (this: FlowproofWorld, kind: string, name: string, host: string) {
    return hostOn(this, host, { kind, name });
  },
);

Given(
  'a {type} {name} in {path}',
  async function (this: FlowproofWorld, kind: string, name: string, parent: Path) {
    await make(this, { kind, name, parent: parent.name });
  },
);

Given(
  'a {type} {name} in {path} with:',
  async function (this: FlowproofWorld, kind: string, name: string, parent: Path, table: DataTable) {
    await make(this, {
      kind,
      name,
      parent: parent.name,
      attributes: readTable(this, table.raw()).attributes,
    });
  },
);

Given(
  'a {type} {name} in each of {members}',
  async function (this: FlowproofWorld, kind: string, name: string, parents: readonly Path[]) {
    const resourceName = this.scene.stage.unique(name);
    this.childNames.set(name, resourceName);
    for (const parent of parents) {
      const there = this.scene.required(nameOf(parent));
      if (there.cseID !== this.scene.stage.cse.cseID) continue;
      await make(this, {
        kind,
        name: `${nameOf(parent)}/${name}`,
        parent: nameOf(parent),
        attributes: { resourceName },
      });
    }
  },
);

/** A child that stands under several parents is known by its path. */
function nameOf({ name, suffix }: Path): string {
  return suffix === '' ? name : `${name}/${suffix}`;
}

async function eachOf(
  count: number,
  paths: readonly Path[],
  act: (path: Path) => Promise<unknown>,
): Promise<void> {
  if (count !== paths.length) throw new Error(`the step says ${count} and names ${paths.length}`);
  for (const path of paths) await act(path);
}
