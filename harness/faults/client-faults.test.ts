import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultDeviceProcedures } from '../../reference-impl/dm-client/default-procedures';
import { defaultGatewayProcedures } from '../../reference-impl/dm-gateway/default-procedures';
import { clientFaults } from './client-faults';

const wordless = {
  name: 'wordless',
  description: 'Says nothing.',
  catches: ['one'],
  session: () => ({ answersChallenge: () => false }),
};

test('a deviation of the device alone is one fault, which changes the device and nothing else of it', () => {
  const [fault, ...others] = clientFaults([wordless]);
  assert.deepEqual(others, []);
  assert.equal(fault?.applyToGateway, undefined);
  const table = fault?.applyToDevice?.(defaultDeviceProcedures);
  assert.notEqual(table?.asDevice.answersChallenge, defaultDeviceProcedures.asDevice.answersChallenge);
  assert.equal(table?.asDevice.judge, defaultDeviceProcedures.asDevice.judge);
  assert.deepEqual(table?.tree, defaultDeviceProcedures.tree);
});

test('where the gateway deviates likewise there is a fault of it, with scenarios of its own', () => {
  const [, fault] = clientFaults([{ ...wordless, atGateway: ['another'] }]);
  assert.equal(fault?.name, 'wordless-at-gateway');
  assert.equal(fault?.description, 'As a client of its server: Says nothing.');
  assert.deepEqual(fault?.catches, ['another']);
  assert.equal(fault?.applyToDevice, undefined);
  const table = fault?.applyToGateway?.(defaultGatewayProcedures);
  assert.notEqual(table?.asDevice.answersChallenge, defaultGatewayProcedures.asDevice.answersChallenge);
  assert.equal(table?.asServer, defaultGatewayProcedures.asServer);
});
