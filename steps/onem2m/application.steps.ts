import { type DataTable, Given } from '@cucumber/cucumber';
import { check, show } from '../../harness/verdict/check';
import type { Path } from '../parameter-types';
import { consequence, stimulus } from '../say';
import type { FlowproofWorld } from '../world';
import {
  hostForApplication,
  itsRequest,
  kindsIn,
  membersIn,
  OWN_AE,
  rememberGroup,
  tell,
} from './application';
import { identifierOf } from './cells';
import { checkRequest } from './then-member-request.steps';

const WHAT = 'the request of the application';

Given(
  'the application knows the group {name} and the containers {members}',
  function (this: FlowproofWorld, group: string, containers: readonly Path[]) {
    hostForApplication(this, group, 'group');
    for (const { name } of containers) hostForApplication(this, name, 'container');
  },
);

Given(
  'the application knows the {type} resource(s) {members}',
  function (this: FlowproofWorld, kind: string, paths: readonly Path[]) {
    for (const { name } of paths) hostForApplication(this, name, kind);
  },
);

Given(
  'the application has created a group {name} with:',
  async function (this: FlowproofWorld, name: string, table: DataTable) {
    await createGroup(this, name, table);
    rememberGroup(this, name);
  },
);

stimulus('the application is told to create a group {name} with:', function (name: string, table: DataTable) {
  return createGroup(this, name, table);
});

stimulus(
  'the application is told to change the members of {name} to:',
  function (name: string, table: DataTable) {
    const group = identifierOf(this, { name, suffix: '' });
    return tell(this, { procedure: 'changeMembers', group, ...membersIn(this, table.rowsHash()) });
  },
);

consequence('its request has:', function (table: DataTable) {
  checkRequest(this, WHAT, itsRequest(this), table.raw());
});

/** Absent, or without anything in it: "shall be empty" may be read either way. @see X-SOM-42 */
consequence('its request has no {attribute}', function (attribute: string) {
  const { content } = itsRequest(this);
  const value = content?.kind === 'resource' ? content.resource.attributes[attribute] : undefined;
  const isEmpty =
    value === undefined ||
    value === null ||
    value === '' ||
    Object.values(value).every((part) => part === '');
  check(isEmpty, `${attribute} in ${WHAT}`, 'nothing', show(value));
  if (attribute === 'specializationType') {
    this.enter('X-SOM-42', value === undefined ? 'empty means absent' : 'empty means without a value');
  }
});

function createGroup(world: FlowproofWorld, name: string, table: DataTable): Promise<void> {
  const rows = table.rowsHash();
  return tell(world, {
    procedure: 'createGroup',
    parent: identifierOf(world, { name: OWN_AE, suffix: '' }),
    name: world.realName(name),
    kinds: kindsIn(rows),
    ...membersIn(world, rows),
  });
}
