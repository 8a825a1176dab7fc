/**
 * Who may import whom: protocol imports nothing of ours; a role imports neither another role nor a link; the harness
 * meets the reference only where it deploys it; nothing imports steps, features or reports. One vendor, one door.
 */
const TEST = '\\.(test|contract)\\.ts$';
const ROLES = 'cse|ae|dm-server|dm-gateway|dm-client|dm2-server|dm2-client|push';
const SHARED = 'fan-out|runtime|session|syncml|management-tree|dm2';
/** What tests of several files are played on. */
const BED = '-bed\\.ts$';
/** Functions of octets and secrets, which say what a message is to hold, not how it is written. */
const PURE_DIGESTS = '^protocol/codec/syncml/digests\\.ts$';

function door(vendor, files) {
  return {
    name: `one-door-for-${vendor.replace(/[^a-z]+/g, '-')}`,
    severity: 'error',
    comment: `${vendor} is imported in one place only, so that it can be replaced there.`,
    from: { path: '^(protocol|reference-impl|harness|steps|fixtures|scripts)/', pathNot: [files, TEST] },
    to: { path: `^node_modules/${vendor}/` },
  };
}

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'protocol-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^protocol/', pathNot: TEST },
      to: { path: '^(reference-impl|harness|steps|features|fixtures|reports|scripts)/' },
    },
    {
      name: 'tables-before-model-before-codec',
      severity: 'error',
      from: { path: '^protocol/(tables|model)/', pathNot: TEST },
      to: { path: '^protocol/codec/' },
    },
    {
      name: 'reference-imports-protocol-only',
      severity: 'error',
      from: { path: '^reference-impl/', pathNot: TEST },
      to: { path: '^(harness|steps|features|fixtures|reports|scripts)/' },
    },
    {
      name: 'roles-know-messages-not-wires',
      severity: 'error',
      comment: 'Codecs and links are joined to a role in the files directly under reference-impl/.',
      from: { path: `^reference-impl/(${ROLES}|${SHARED}|store)/`, pathNot: [TEST, BED] },
      to: { path: '^protocol/codec/', pathNot: PURE_DIGESTS },
    },
    {
      name: 'a-role-knows-no-other-role',
      severity: 'error',
      from: { path: `^reference-impl/(${ROLES})/`, pathNot: TEST },
      to: { path: `^reference-impl/(${ROLES})/`, pathNot: '^reference-impl/$1/' },
    },
    {
      name: 'what-roles-share-knows-no-role',
      severity: 'error',
      from: { path: `^reference-impl/(${SHARED})/`, pathNot: TEST },
      to: { path: `^reference-impl/(${ROLES})/` },
    },
    {
      name: 'harness-meets-the-reference-where-it-deploys-it',
      severity: 'error',
      from: {
        path: '^harness/',
        pathNot: ['^harness/cast/(serve-)?reference[^/]*\\.ts$', '^harness/(faults|variants)/', TEST],
      },
      to: { path: '^reference-impl/' },
    },
    {
      name: 'nothing-imports-steps',
      severity: 'error',
      from: { path: '^(protocol|reference-impl|harness|fixtures|scripts)/' },
      to: { path: '^(steps|features|reports)/' },
    },
    {
      name: 'steps-speak-through-the-harness',
      severity: 'error',
      from: { path: '^steps/' },
      to: { path: '^reference-impl/' },
    },
    {
      name: 'links-know-no-protocol',
      severity: 'error',
      from: { path: '^harness/links/', pathNot: TEST },
      to: { path: '^(protocol|reference-impl)/' },
    },
    door('xmlbuilder2', '^protocol/codec/xml-'),
    door('msw', '^harness/links/msw\\.ts$'),
    door('@cucumber', '^(steps|harness/run)/'),
    door('commander', '^harness/cli/'),
    door('cli-progress', '^harness/cli/'),
    door('ajv', '^harness/config/check-schema\\.ts$'),
    door('yaml', '^harness/'),
    door('@sinonjs', '^reference-impl/runtime/virtual-clock\\.ts$'),
    door('lmdb', '^reference-impl/store/(lmdb-file|claim-lmdb)\\.ts$'),
    door('jose', '^reference-impl/session/protected-data\\.ts$'),
    door('croner', '^reference-impl/cse/session/use/schedule-entry\\.ts$'),
    door('fast-check', '^(fixtures/arbitraries|harness/laws)/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '^(dist|reports)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'types'] },
  },
};
