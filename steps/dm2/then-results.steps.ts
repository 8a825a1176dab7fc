import type { DataTable } from '@cucumber/cucumber';
import { check, show } from '../../harness/verdict/check';
import type { CommandResult } from '../../protocol/model/dm2-package';
import { consequence } from '../say';
import type { FlowproofWorld } from '../world';
import { arePlaces, clientURI, isInstanceRoot, isOthersLamp, isPlace } from './addresses';
import { codesOf, codeText } from './codes';
import { wordsOf } from './command-table';
import { rememberLamp } from './device-tree';
import { playOf } from './play';
import { nodeValue, sameValue, withoutOtherNodes } from './values';

/** Results of the session that the latest stimulus was about, in their order. */
function resultsOf(world: FlowproofWorld): readonly CommandResult[] {
  const { sessions, session, mark } = playOf(world);
  const about = sessions.at(-1) ?? session;
  const since = about?.messages.filter((message) => {
    return playOf(world).scene.server.arrivals.indexOf(message) >= mark.arrivals;
  });
  return since?.flatMap(({ response }) => response?.results ?? []) ?? [];
}

consequence('the results are:', function (this: FlowproofWorld, table: DataTable) {
  const results = resultsOf(this);
  const { commands } = playOf(this);
  const rows = table.raw().map((cells) => {
    const said = cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
    return { words: wordsOf(this, said.slice(0, -1)), codes: codesOf(said.at(-1) ?? '') };
  });
  check(results.length === rows.length, 'the results', `${rows.length}`, `${results.length}`);
  for (const [index, { words, codes }] of rows.entries()) {
    const sent = commands[index];
    if (sent === undefined || words.some((word, at) => word !== sent[at]))
      throw new Error(`row ${index + 1} of the table is about ${show(words)}, and ${show(sent)} was sent`);
    const status = results[index]?.status;
    check(codes.allows(status), `the status of ${words.join(' ')}`, codes.text, codeText(status));
  }
});

consequence('the results bring:', function (this: FlowproofWorld, table: DataTable) {
  const { scene } = playOf(this);
  const data = resultsOf(this).flatMap((result) => result.data ?? []);
  const own = data.filter((object) => !isOthersLamp(scene, object.clientURI));
  const rows = table.raw().map(([cell = '', value = '']) => ({ uri: clientURI(scene, cell), value }));
  const expected = rows.map(({ uri }) => uri).join(', ');
  const found = own.map((object) => object.clientURI);
  const areSame = arePlaces(
    rows.map(({ uri }) => uri),
    found,
  );
  check(areSame, 'the data of the results', expected, found.join(', ') || 'none');
  for (const [index, { uri, value }] of rows.entries()) {
    const object = own[index];
    const actual = isInstanceRoot(uri) ? withoutOtherNodes(object?.value) : object?.value;
    const wanted = nodeValue(scene, value);
    check(sameValue(wanted, actual), `the data at ${uri}`, show(wanted), show(actual));
  }
});

consequence('the results name:', function (this: FlowproofWorld, table: DataTable) {
  const { scene } = playOf(this);
  const named = resultsOf(this).flatMap(({ clientURIs }) => clientURIs ?? []);
  const cells = table.raw().map(([cell = '']) => cell);
  const actual = named.join(', ') || 'none';
  check(named.length === cells.length, 'the addresses that the results name', cells.join(', '), actual);
  for (const [index, cell] of cells.entries()) {
    const uri = named[index] ?? '';
    const [, lamp] = /^Lamp\/([^/]+)\/$/.exec(cell) ?? [];
    if (lamp !== undefined && !scene.lamps.has(lamp)) rememberLamp(this, lamp, uri);
    const expected = clientURI(scene, cell);
    check(isPlace(expected, uri), `address ${index + 1} of the results`, expected, uri);
  }
});
