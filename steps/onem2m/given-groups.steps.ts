import { type DataTable, Given } from '@cucumber/cucumber';
import type { Path } from '../parameter-types';
import type { FlowproofWorld } from '../world';
import { readTable } from './cells';
import { hostOn, makeContainers, makeGroup } from './making';

const SOMECAST = { somecastEnable: true };

Given('a group {name} of {members}', function (this: FlowproofWorld, name: string, members: readonly Path[]) {
  return makeGroup(this, name, members);
});

Given(
  'a group {name} of {members} with somecast enabled',
  function (this: FlowproofWorld, name: string, members: readonly Path[]) {
    return makeGroup(this, name, members, SOMECAST);
  },
);

Given(
  'a group {name} of {members} with:',
  function (this: FlowproofWorld, name: string, members: readonly Path[], table: DataTable) {
    return makeGroup(this, name, members, readTable(this, table.raw()).attributes);
  },
);

Given(
  'a group {name} of {int} container(s)',
  async function (this: FlowproofWorld, name: string, count: number) {
    await makeGroup(this, name, await makeContainers(this, count));
  },
);

Given(
  'a group {name} of {int} container(s) with somecast enabled',
  async function (this: FlowproofWorld, name: string, count: number) {
    await makeGroup(this, name, await makeContainers(this, count), SOMECAST);
  },
);

Given(
  'a group {name} of {int} container(s) with:',
  async function (this: FlowproofWorld, name: string, count: number, table: DataTable) {
    await makeGroup(this, name, await makeContainers(this, count), readTable(this, table.raw()).attributes);
  },
);

Given(
  'a group {name} of {int} container(s) on {host}',
  async function (this: FlowproofWorld, name: string, count: number, host: string) {
    await makeGroup(this, name, await makeContainers(this, count, host));
  },
);

Given(
  'a group {name} of {int} container(s) on {host} with somecast enabled',
  async function (this: FlowproofWorld, name: string, count: number, host: string) {
    await makeGroup(this, name, await makeContainers(this, count, host), SOMECAST);
  },
);

Given(
  'a group {name} of {int} container(s) on {host} with:',
  async function (this: FlowproofWorld, name: string, count: number, host: string, table: DataTable) {
    const members = await makeContainers(this, count, host);
    await makeGroup(this, name, members, readTable(this, table.raw()).attributes);
  },
);

Given('a group {name} without members', function (this: FlowproofWorld, name: string) {
  return makeGroup(this, name, []);
});

Given(
  'a group {name} of {members} hosted by {host}',
  function (this: FlowproofWorld, name: string, members: readonly Path[], host: string) {
    return hostOn(this, host, { kind: 'group', name, attributes: { memberType: 0 } }, members);
  },
);

Given(
  'a group {name} of {members} hosted by {host} with:',
  async function (
    this: FlowproofWorld,
    name: string,
    members: readonly Path[],
    host: string,
    table: DataTable,
  ) {
    await this.scene.host(host);
    const { attributes } = readTable(this, table.raw());
    await hostOn(this, host, { kind: 'group', name, attributes: { memberType: 0, ...attributes } }, members);
  },
);
