import type { DataTable } from '@cucumber/cucumber';
import type { Path } from '../parameter-types';
import { stimulus } from '../say';
import { readTable } from './cells';
import { createGroup, draftTo } from './drafts';

stimulus(
  '{originator} creates a group {name} in {media} with:',
  async function (originator: string, name: string, media: 'json' | 'xml', table: DataTable) {
    const by = await this.scene.originator(originator);
    const turn = await this.stimulate(by, createGroup(this, name, readTable(this, table.raw())), media);
    await this.rememberCreated(name, turn);
  },
);

stimulus(
  '{originator} retrieves {path} in {media}',
  async function (originator: string, path: Path, media: 'json' | 'xml') {
    await this.stimulate(await this.scene.originator(originator), draftTo(this, 'retrieve', path), media);
  },
);
