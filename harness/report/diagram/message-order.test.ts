import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../../links/exchange';
import { sampleExchange } from '../sample/sample-exchange';
import { inWireOrder } from './message-order';

function order(...exchanges: readonly Exchange[]): string {
  return inWireOrder(exchanges)
    .map(({ exchange, part }) => `${exchange.id}${part === 'request' ? '>' : '<'}`)
    .join(' ');
}

test('Requests and answers stand as they crossed the wire, also within one millisecond', () => {
  const outer = { ...sampleExchange({ id: 1, from: 'AE', to: 'CSE1' }), requestPlace: 1, answerPlace: 6 };
  const one = { ...sampleExchange({ id: 2, from: 'CSE1', to: 'CSE2' }), requestPlace: 2, answerPlace: 5 };
  const two = { ...sampleExchange({ id: 3, from: 'CSE1', to: 'CSE3' }), requestPlace: 3, answerPlace: 4 };
  assert.equal(order(outer, one, two), '1> 2> 3> 3< 2< 1<');
});

test('An answer that never came is missed at the end', () => {
  const { answerPlace: _, ...silent } = sampleExchange({ id: 1, from: 'AE', to: 'CSE1' });
  const { answerPlace: __, ...silentToo } = sampleExchange({ id: 2, from: 'AE', to: 'CSE1' });
  const later = sampleExchange({ id: 3, from: 'AE', to: 'CSE1', at: 50, endedAt: 60 });
  assert.equal(order(silent, silentToo, later), '1> 2> 3> 3< 1< 2<');
});
