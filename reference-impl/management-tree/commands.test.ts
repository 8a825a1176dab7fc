import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SyncMLCommand } from '../../protocol/model/syncml-command';
import type { Item } from '../../protocol/model/syncml-item';
import { textAt } from './build-tree';
import type { NodeDescription } from './node-description';
import type { Performed } from './performed';
import { add, addNode, codes, copy, get, remove, replace, target, treeBed } from './tree-bed';
import { DEFAULT_TREE_LIMITS } from './tree-limits';

/** What one command is answered at the bed's tree. */
async function answer(command: SyncMLCommand, bed = treeBed()): Promise<string[]> {
  return codes(await bed.perform([command]));
}

function found(performed: readonly Performed[]): readonly Item[] {
  return performed.flatMap((one) => one.found);
}

describe('Add', () => {
  it('makes a leaf with format, type and value', async () => {
    const { perform } = treeBed();
    const meta = { format: 'xml', type: 'text/xml' };
    const performed = await perform([add('./Free/x', '<a/>', meta), get('./Free/x')]);
    assert.deepEqual(codes(performed), ['Add 200', 'Get 200']);
    assert.deepEqual(found(performed), [{ source: { uri: './Free/x' }, meta, data: '<a/>' }]);
  });

  it('takes chr and text/plain for what nobody says, and no data for empty data', async () => {
    const { perform } = treeBed();
    const performed = await perform([add('Free/x'), get('Free/x')]);
    assert.deepEqual(found(performed), [{ source: { uri: 'Free/x' }, data: '' }]);
  });

  it('makes an interior node where Meta says so', async () => {
    const { perform } = treeBed();
    const type = 'org.example/1.0/Thing';
    const performed = await perform([add('Free/x', undefined, { format: 'node', type }), get('Free/x')]);
    assert.deepEqual(found(performed), [
      { source: { uri: 'Free/x' }, meta: { format: 'node', type }, data: '' },
    ]);
  });

  it('makes the nodes above as well', async () => {
    const bed = treeBed();
    assert.deepEqual(await answer(add('./Free/a/b/c', 'v'), bed), ['Add 200']);
    assert.equal(textAt(bed.tree, './Free/a/b/c'), 'v');
  });

  it('names the node above that it could not make, and makes nothing', async () => {
    const description: NodeDescription = { mayBeAdded: { a: { mayBeAdded: { c: {} } } } };
    const bed = treeBed({ Rule: { permanent: true, ...description } });
    const [performed] = await bed.perform([add('./Rule/a/b/c', 'v')]);
    assert.deepEqual(performed?.statuses, [{ code: 405, details: [{ target: { uri: './Rule/a/b' } }] }]);
    assert.deepEqual(await answer(get('./Rule/a'), bed), ['Get 404']);
  });

  it('is refused where there is a node already', async () => {
    assert.deepEqual(await answer(add('./Dyn/A', 'v')), ['Add 418']);
    assert.deepEqual(await answer(addNode('.')), ['Add 418']);
  });

  it('is refused below a leaf', async () => {
    assert.deepEqual(await answer(add('./Dyn/A/x', 'v')), ['Add 405']);
    assert.deepEqual(await answer(add('./Dyn/A/x/y', 'v')), ['Add 405']);
  });

  it('is refused where the device has no such node', async () => {
    assert.deepEqual(await answer(add('./x', 'v')), ['Add 405']);
    assert.deepEqual(await answer(add('./Dyn/C', 'v')), ['Add 405']);
  });

  it('knows no names but its own', async () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      assert.deepEqual(await answer(add(`./Dyn/${name}`, 'v')), ['Add 405'], name);
      const bed = treeBed();
      assert.deepEqual(await answer(add(`./Free/${name}`, 'v'), bed), ['Add 200'], name);
      assert.equal(textAt(bed.tree, `./Free/${name}`), 'v');
    }
  });

  it('does not make properties', async () => {
    assert.deepEqual(await answer(add('./Free/x?prop=Title', 'v')), ['Add 405']);
  });

  it('refuses formats that it does not know or the node does not have', async () => {
    const bed = treeBed({ Rule: { mayBeAdded: { number: { format: 'int' }, below: { mayBeAdded: {} } } } });
    assert.deepEqual(await answer(add('./Free/x', 'v', { format: 'text' }), bed), ['Add 415']);
    assert.deepEqual(await answer(add('./Rule/number', '1', { format: 'chr' }), bed), ['Add 415']);
    assert.deepEqual(await answer(add('./Rule/number', undefined, { format: 'node' }), bed), ['Add 415']);
    assert.deepEqual(await answer(add('./Rule/below', ''), bed), ['Add 415']);
    assert.deepEqual(await answer(add('./Rule/number', '1'), bed), ['Add 200']);
    assert.deepEqual(await answer(addNode('./Rule/below'), bed), ['Add 200']);
  });

  it('refuses a serialized tree, and a value for an interior node', async () => {
    const type = 'application/vnd.syncml.dmtnds+xml';
    assert.deepEqual(await answer(add('./Free/x', '<MgmtTree/>', { format: 'xml', type })), ['Add 415']);
    assert.deepEqual(await answer(add('./Free/x', 'a/b', { format: 'node' })), ['Add 405']);
  });

  it('refuses what is too large, too long or too much', async () => {
    const limits = { ...DEFAULT_TREE_LIMITS, valueSize: 10, segmentLength: 12, nodes: 12 };
    const bed = treeBed({}, { limits });
    assert.deepEqual(await answer(add('./Free/x', '12345678901'), bed), ['Add 413']);
    assert.deepEqual(await answer(add('./Free/1234567890123', ''), bed), ['Add 414']);
    assert.deepEqual(await answer(add('./Free/x', '1234567890'), bed), ['Add 200']);
    assert.deepEqual(await answer(add('./Free/y', ''), bed), ['Add 420']);
  });
});

describe('Replace', () => {
  it('gives a leaf another value and keeps format and type that it does not name', async () => {
    const { perform } = treeBed({
      Doc: { format: 'xml', type: 'text/xml', access: ['Get', 'Replace'], value: '<a/>' },
    });
    const performed = await perform([replace('./Doc', '<b/>'), get('./Doc')]);
    const meta = { format: 'xml', type: 'text/xml' };
    assert.deepEqual(found(performed), [{ source: { uri: './Doc' }, meta, data: '<b/>' }]);
  });

  it('never creates', async () => {
    assert.deepEqual(await answer(replace('./Free/x', 'v')), ['Replace 404']);
  });

  it('is refused for interior nodes, and for a leaf that shall become one', async () => {
    assert.deepEqual(await answer(replace('./Dyn', 'v')), ['Replace 405']);
    assert.deepEqual(await answer(replace('.', 'v')), ['Replace 405']);
    assert.deepEqual(await answer(replace('./Dyn/A', '', { format: 'node' })), ['Replace 405']);
  });

  it('is refused where the device allows none', async () => {
    assert.deepEqual(await answer(replace('./DevInfo/DevId', 'v')), ['Replace 405']);
  });

  it('changes format and type of dynamic nodes only', async () => {
    const bed = treeBed();
    assert.deepEqual(await answer(replace('./Set/Mode', 'v', { format: 'int' }), bed), ['Replace 405']);
    assert.deepEqual(await answer(replace('./Set/Mode', 'v', { type: 'text/html' }), bed), ['Replace 405']);
    assert.equal(textAt(bed.tree, './Set/Mode'), 'old');
    const meta = { format: 'chr', type: 'text/plain' };
    assert.deepEqual(await answer(replace('./Set/Mode', 'v', meta), bed), ['Replace 200']);
    await bed.perform([
      add('./Free/x', 'v'),
      replace('./Free/x', '1', { format: 'int', type: 'text/x-int' }),
    ]);
    const [, type] = await bed.perform([get('./Free/x?prop=Format'), get('./Free/x?prop=Type')]);
    assert.equal(type?.found[0]?.data, 'text/x-int');
  });

  it('takes other names for a permanent value where the device says so, and keeps its own', async () => {
    const own = { format: 'xml', type: 'text/xml', otherFormats: ['chr'], otherTypes: ['text/plain'] };
    const { perform } = treeBed({ Doc: { ...own, permanent: true, access: ['Get', 'Replace'] } });
    const meta = { format: 'chr', type: 'text/plain' };
    const performed = await perform([replace('./Doc', '<b/>', meta), get('./Doc')]);
    assert.deepEqual(codes(performed), ['Replace 200', 'Get 200']);
    assert.deepEqual(found(performed)[0]?.meta, { format: 'xml', type: 'text/xml' });
  });

  it('refuses what is too large, and serialized trees', async () => {
    const bed = treeBed({}, { limits: { ...DEFAULT_TREE_LIMITS, valueSize: 10 } });
    assert.deepEqual(await answer(replace('./Dyn/A', '12345678901'), bed), ['Replace 413']);
    const type = 'application/vnd.syncml.dmtnds+wbxml';
    assert.deepEqual(await answer(replace('./Dyn/A', 'v', { type }), bed), ['Replace 415']);
  });
});

describe('octets', () => {
  const OCTETS = Uint8Array.from([0, 255, 128]);

  it('travel in base64 and are kept as octets', async () => {
    const { perform } = treeBed();
    const performed = await perform([
      add('./Free/x', 'AP+A', { format: 'b64', type: 'image/png' }),
      get('./Free/x', './Free/x?prop=Format', './Free/x?prop=Size'),
    ]);
    const [item, format, size] = found(performed);
    assert.deepEqual(item, {
      source: { uri: './Free/x' },
      meta: { format: 'b64', type: 'image/png' },
      data: 'AP+A',
    });
    assert.deepEqual([format?.data, size?.data], ['bin', '3']);
  });

  it('may come as they are', async () => {
    const { perform } = treeBed();
    const performed = await perform([add('./Free/x', OCTETS, { format: 'bin' }), get('./Free/x')]);
    assert.deepEqual(found(performed)[0], {
      source: { uri: './Free/x' },
      meta: { format: 'b64' },
      data: 'AP+A',
    });
  });

  it('are refused where text is said, and base64 that is none', async () => {
    assert.deepEqual(await answer(add('./Free/x', OCTETS)), ['Add 415']);
    assert.deepEqual(await answer(add('./Free/x', 'A', { format: 'b64' })), ['Add 415']);
    assert.deepEqual(await answer(add('./Free/x', 'A-_=', { format: 'b64' })), ['Add 415']);
  });

  it('stay base64 where that is the format of the node', async () => {
    const { perform } = treeBed({ Key: { format: 'b64', access: ['Get', 'Replace'] } });
    const performed = await perform([
      replace('./Key', 'QUJD', { format: 'b64' }),
      get('./Key', './Key?prop=Format', './Key?prop=Size'),
    ]);
    assert.deepEqual(
      found(performed).map(({ data }) => data),
      ['QUJD', 'b64', '4'],
    );
  });
});

describe('Delete', () => {
  it('removes a node with all that is below it', async () => {
    const { perform } = treeBed();
    const performed = await perform([remove('./Dyn'), get('./Dyn/A'), get('./Dyn')]);
    assert.deepEqual(codes(performed), ['Delete 200', 'Get 404', 'Get 404']);
  });

  it('leaves the root, permanent nodes, and what they are in', async () => {
    const bed = treeBed({ Mixed: { access: ['Delete'], nodes: { P: { permanent: true } } } });
    for (const uri of ['.', './DevInfo', './DevInfo/DevId', './Mixed'])
      assert.deepEqual(await answer(remove(uri), bed), ['Delete 405'], uri);
  });

  it('is refused where the access type of the node excludes it, not where that of one below does', async () => {
    const bed = treeBed({ X: { access: ['Delete'], nodes: { Y: { access: ['Get'] } } } });
    assert.deepEqual(await answer(remove('./X/Y'), bed), ['Delete 405']);
    assert.deepEqual(await answer(remove('./X'), bed), ['Delete 200']);
  });

  it('is refused for what is not there, and for properties', async () => {
    assert.deepEqual(await answer(remove('./None')), ['Delete 404']);
    assert.deepEqual(await answer(remove('./Dyn/A?prop=Title')), ['Delete 405']);
  });
});

describe('Get', () => {
  it('of an interior node is the names of its children', async () => {
    const { perform } = treeBed();
    const performed = await perform([get('./DevInfo')]);
    const meta = { format: 'node', type: 'urn:oma:mo:oma-dm-devinfo:1.0' };
    assert.deepEqual(found(performed), [{ source: { uri: './DevInfo' }, meta, data: 'DevId/Lang' }]);
  });

  it('of an interior node without children is empty text', async () => {
    const { perform } = treeBed();
    const performed = await perform([get('./Free')]);
    assert.deepEqual(codes(performed), ['Get 200']);
    assert.deepEqual(found(performed), [{ source: { uri: './Free' }, meta: { format: 'node' }, data: '' }]);
  });

  it('of the root is what is below it', async () => {
    const { perform } = treeBed();
    assert.equal(found(await perform([get('.')]))[0]?.data, 'DevInfo/Set/Dyn/Free');
  });

  it('of a secret is refused, whoever asks', async () => {
    const bed = treeBed({ Secret: { access: ['Replace'], value: 'shh' } });
    const performed = await bed.perform([get('./Secret')]);
    assert.deepEqual(codes(performed), ['Get 405']);
    assert.deepEqual(found(performed), []);
  });

  it('with Struct is every node without data', async () => {
    const { perform } = treeBed();
    assert.deepEqual(found(await perform([get('./DevInfo?list=Struct')])), [
      { source: { uri: './DevInfo' }, meta: { format: 'node', type: 'urn:oma:mo:oma-dm-devinfo:1.0' } },
      { source: { uri: './DevInfo/DevId' } },
      { source: { uri: './DevInfo/Lang' } },
    ]);
  });

  it('with StructData is every node with the data of leaves, but for what may not be read', async () => {
    const { perform } = treeBed({
      X: { acl: 'Get=*', nodes: { Secret: { access: [], value: 's' }, Other: { acl: 'Get=b', value: 'o' } } },
      Y: { acl: 'Get=b', nodes: { Leaf: { acl: 'Get=*', value: 'l' } } },
    });
    assert.deepEqual(found(await perform([get('X?list=StructData')], 'b')), [
      { source: { uri: 'X' }, meta: { format: 'node' } },
      { source: { uri: 'X/Other' }, data: 'o' },
    ]);
    const uris = found(await perform([get('.?list=StructData')], 'c')).map(({ source }) => source?.uri);
    assert.ok(uris.includes('./Y/Leaf'));
    assert.ok(!uris.includes('./Y') && !uris.includes('./X/Other') && !uris.includes('./X/Secret'));
  });

  it('with anything else is not supported', async () => {
    for (const query of ['list=TNDS', 'list=TNDS+Value', 'list=', 'list=struct', 'x=y', ''])
      assert.deepEqual(await answer(get(`./Dyn/A?${query}`)), ['Get 406'], query);
  });

  it('of a node that says its value anew finds what it says then', async () => {
    let turn = 0;
    const read = () => {
      turn += 1;
      return `turn ${turn}`;
    };
    const { perform } = treeBed({ Count: { read } });
    const performed = await perform([get('./Count'), get('./Count')]);
    assert.deepEqual(
      found(performed).map(({ data }) => data),
      ['turn 1', 'turn 2'],
    );
  });
});

describe('Copy', () => {
  it('writes the value of a leaf over that of another, and of its own afterwards', async () => {
    const bed = treeBed();
    await bed.perform([replace('./Dyn/A', 'new')]);
    assert.deepEqual(await answer(copy('./Dyn/A', './Dyn/B'), bed), ['Copy 200']);
    await bed.perform([replace('./Dyn/A', 'newer')]);
    assert.equal(textAt(bed.tree, './Dyn/B'), 'new');
  });

  it('makes a target that is not there', async () => {
    const bed = treeBed();
    assert.deepEqual(await answer(copy('./DevInfo/Lang', './Free/Lang'), bed), ['Copy 200']);
    assert.equal(textAt(bed.tree, './Free/Lang'), 'en');
  });

  it('is forbidden for interior nodes, and from a node that is not there', async () => {
    for (const [from, to] of [
      ['./Dyn', './Free/x'],
      ['./Dyn/A', './Free'],
      ['./None', './Dyn/A'],
      ['../A', './Dyn/A'],
      ['./Dyn/A', '/x'],
    ] as const)
      assert.deepEqual(await answer(copy(from, to)), ['Copy 403'], `${from} to ${to}`);
  });

  it('is refused where Get, Replace or Add would be', async () => {
    const bed = treeBed({ Secret: { access: ['Replace'] }, Mine: { acl: 'Replace=srv' } });
    assert.deepEqual(await answer(copy('./Secret', './Dyn/A'), bed), ['Copy 405']);
    assert.deepEqual(await answer(copy('./Dyn/A', './DevInfo/Lang'), bed), ['Copy 405']);
    assert.deepEqual(await answer(copy('./Dyn/A', './x'), bed), ['Copy 405']);
    assert.deepEqual(await answer(copy('./Mine', './Dyn/A'), bed), ['Copy 425']);
    assert.deepEqual(await answer(copy('./Dyn/A?prop=Name', './Dyn/B'), bed), ['Copy 405']);
    assert.deepEqual(await answer(copy('./Dyn/A', './Dyn/B?prop=Title'), bed), ['Copy 405']);
  });
});

describe('Exec', () => {
  const exec = (uri: string, rest: Omit<Item, 'target'> = {}, correlator?: string): SyncMLCommand => ({
    kind: 'Exec',
    commandID: '1',
    ...(correlator === undefined ? {} : { correlator }),
    items: [target(uri, rest)],
  });

  it('tells the node who asks, with what, and for what the result is', async () => {
    const bed = treeBed();
    const command = exec('./Set/Start', { data: 'argument', meta: { format: 'chr' } }, 'c-1');
    assert.deepEqual(codes(await bed.perform([command], 'srv.example')), ['Exec 202']);
    const [execution] = bed.executions;
    assert.equal(execution?.node.name, 'Start');
    assert.equal(execution?.by, 'srv.example');
    assert.equal(execution?.correlator, 'c-1');
    assert.equal(execution?.item.data, 'argument');
    assert.deepEqual(execution?.meta, { format: 'chr' });
  });

  it('has the code that the node says, whenever it says it', async () => {
    const bed = treeBed({ Slow: { onExec: async () => 500 } });
    assert.deepEqual(await answer(exec('./Slow'), bed), ['Exec 500']);
  });

  it('is refused where there is nothing to execute', async () => {
    assert.deepEqual(await answer(exec('./Dyn/A')), ['Exec 405']);
    assert.deepEqual(await answer(exec('./Dyn')), ['Exec 405']);
    assert.deepEqual(await answer(exec('./None')), ['Exec 404']);
    assert.deepEqual(await answer(exec('./Set/Start?prop=ACL')), ['Exec 405']);
  });

  it('is refused without the right, and nothing is executed', async () => {
    const bed = treeBed({}, { acl: 'Add=*&Get=*' });
    assert.deepEqual(await answer(exec('./Set/Start'), bed), ['Exec 425']);
    assert.deepEqual(bed.executions, []);
  });
});

describe('an address that is none', () => {
  const OF_COPY = ['Copy 403'];
  for (const uri of ['/Dyn/A', './Dyn/../Dyn/A', './Dyn//A', './Dyn/A/', './', ''])
    it(`"${uri}" is not found, and nothing is done`, async () => {
      const bed = treeBed();
      const commands = [get(uri), add(uri, 'v'), replace(uri, 'v'), remove(uri)];
      const answers = codes(await bed.perform(commands));
      assert.deepEqual(answers, ['Get 404', 'Add 404', 'Replace 404', 'Delete 404']);
      assert.deepEqual(await answer(copy(uri, './Dyn/A'), bed), OF_COPY);
      assert.equal(textAt(bed.tree, './Dyn/A'), 'old');
    });

  it('is told so where there is no item, and where the item has no target', async () => {
    for (const items of [[], [{ data: 'v' }]]) {
      const commands = (['Get', 'Add', 'Replace', 'Delete', 'Copy', 'Exec'] as const).map(
        (kind): SyncMLCommand => ({ kind, commandID: '1', items }),
      );
      const answers = codes(await treeBed().perform(commands));
      const rest = ['Get 404', 'Add 404', 'Replace 404', 'Delete 404', 'Copy 403', 'Exec 404'];
      assert.deepEqual(answers, rest);
    }
  });

  it('is too long past each bound', async () => {
    const bed = treeBed({}, { limits: { ...DEFAULT_TREE_LIMITS, depth: 4, uriLength: 30 } });
    for (const uri of ['./1/2/3/4/5', `./${'x'.repeat(29)}`])
      assert.deepEqual(
        codes(await bed.perform([get(uri), add(uri), replace(uri, ''), remove(uri), copy('./Dyn/A', uri)])),
        ['Get 414', 'Add 414', 'Replace 414', 'Delete 414', 'Copy 414'],
      );
  });
});

describe('a command with several items', () => {
  it('has one status where all have the same code', async () => {
    const performed = await treeBed().perform([get('./Dyn/A', './Dyn/B')]);
    assert.deepEqual(codes(performed), ['Get 200']);
    assert.equal(found(performed).length, 2);
  });

  it('has one for each where they differ, and does what can be done', async () => {
    const { perform } = treeBed();
    const performed = await perform([remove('./Dyn/A', './None', './DevInfo'), get('./Dyn/A')]);
    assert.deepEqual(codes(performed), ['Delete 200:./Dyn/A 404:./None 405:./DevInfo', 'Get 404']);
  });

  it('lends its Meta to the items that have none', async () => {
    const { perform } = treeBed();
    const items = [
      target('./Free/a', { data: '1' }),
      target('./Free/b', { data: '2', meta: { format: 'chr' } }),
    ];
    const command: SyncMLCommand = { kind: 'Add', commandID: '1', meta: { format: 'int' }, items };
    const performed = await perform([command, get('./Free/a', './Free/b')]);
    assert.deepEqual(
      found(performed).map(({ meta }) => meta?.format),
      ['int', undefined],
    );
  });
});

it('alerts to the user and commands of data synchronization are not supported', async () => {
  assert.deepEqual(await answer({ kind: 'Alert', commandID: '1', code: 1101, items: [] }), ['Alert 406']);
  assert.deepEqual(await answer({ kind: 'NotInDM', command: 'Put', commandID: '1' }), ['NotInDM 406']);
});

it('Status and Results are answered by nobody', async () => {
  const results: SyncMLCommand = { kind: 'Results', commandID: '1', commandReference: '1', items: [] };
  assert.deepEqual(await answer(results), []);
});
