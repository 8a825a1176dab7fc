/** What Stryker loads, which can import no TypeScript by itself. */
require('ts-node/register');
const { NodeTestRunner } = require('./node-test-runner.ts');

const create = (options) => new NodeTestRunner(options.nodeTest);
create.inject = ['options'];

exports.strykerPlugins = [{ kind: 'TestRunner', name: 'node-test', factory: create }];
