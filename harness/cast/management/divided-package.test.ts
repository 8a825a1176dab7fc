import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SyncMLCommand } from '../../../protocol/model/syncml-command';
import { onNodes } from './command-building';
import { dividedPackage } from './divided-package';
import { BY_THE_BOOK } from './habits';
import { ReceivedObjects } from './received-objects';

const SMALL = onNodes('Replace', ['./a', 'x']);
const LARGE = onNodes('Replace', ['./b', '0123456789']);

function parts(messages: readonly (readonly SyncMLCommand[])[]) {
  return messages.map((commands) =>
    commands.flatMap((command) =>
      command.kind === 'Replace'
        ? command.items.map(({ meta, data, moreData }) => [meta?.size, data, moreData])
        : [],
    ),
  );
}

describe('a package', () => {
  it('is one message by the book', () => {
    assert.deepEqual(dividedPackage([SMALL, LARGE], BY_THE_BOOK), [[SMALL, LARGE]]);
  });

  it('is divided into as many messages as it should be, empty ones too', () => {
    const division = { ...BY_THE_BOOK, messagesPerPackage: 3 };
    assert.deepEqual(dividedPackage([SMALL, LARGE], division), [[SMALL], [LARGE], []]);
  });

  it('has the parts of a large object in messages that follow each other, with Size in the first', () => {
    const messages = dividedPackage([SMALL, LARGE, SMALL], { ...BY_THE_BOOK, partLength: 4 });
    assert.deepEqual(parts(messages), [
      [
        [undefined, 'x', undefined],
        [10, '0123', true],
      ],
      [[undefined, '4567', true]],
      [
        [undefined, '89', undefined],
        [undefined, 'x', undefined],
      ],
    ]);
  });

  it('may say a wrong size, and leave the last part out', () => {
    const messages = dividedPackage([LARGE], {
      ...BY_THE_BOOK,
      partLength: 6,
      sizeError: 1,
      breaksOff: true,
    });
    assert.deepEqual(parts(messages), [[[11, '012345', true]]]);
  });
});

describe('the parts of an object', () => {
  const received = (...data: (readonly [string, number?, true?])[]) => {
    const objects = new ReceivedObjects();
    const taken = data.map(([text, size, moreData]) => {
      const item = {
        data: text,
        ...(size !== undefined && { meta: { size } }),
        ...(moreData && { moreData }),
      };
      return objects.take({ kind: 'Results', commandID: '1', commandReference: '2', items: [item] });
    });
    return { objects, last: taken.at(-1) };
  };

  it('are put together again', () => {
    const { objects, last } = received(['0123', 6, true], ['45']);
    assert.ok(last?.kind === 'whole' && last.sizeHolds);
    assert.equal(last.command.items[0]?.data, '012345');
    assert.deepEqual([objects.count, objects.isWhole], [1, true]);
  });

  it('are no object of another size, and none while something is missing', () => {
    const { objects, last } = received(['0123', 7, true], ['45']);
    assert.ok(last?.kind === 'whole' && !last.sizeHolds);
    assert.equal(objects.isWhole, false);
    assert.equal(received(['0123', 6, true]).objects.isWhole, false);
  });

  it('are broken off by another object', () => {
    assert.equal(received(['0123', 6, true], ['ab', 4, true], ['cd']).objects.brokenOff, true);
  });
});
