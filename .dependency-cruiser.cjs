// Who may import whom. Deny by default: whatever a room's row does not name fails, `import type` included.
// A room is the longest folder below that holds the file; `packages` are npm packages, `node` the built-in modules it may use.
const everyNodeModule = ['.*'];
const testTools = ['vitest', 'fast-check'];
const interfacePackages = [
  'react',
  'react-dom',
  'react-intl',
  'recharts',
  'dayjs',
  '@mantine/[a-z]+',
  '@tabler/icons-react',
  '@tanstack/react-[a-z]+',
  '@fontsource-variable/inter',
  '@orpc/client',
];

const rooms = {
  shared: { rooms: ['shared'], packages: ['zod', '@formatjs/intl'], node: [] },
  db: { rooms: ['shared', 'db'], packages: ['better-sqlite3', 'drizzle-orm', 'env-paths', 'zod'], node: everyNodeModule },
  'electron/service': {
    rooms: ['shared', 'db', 'electron/service'],
    packages: ['@orpc/server', 'electron-log', 'zod'],
    node: everyNodeModule,
  },
  'electron/main': {
    rooms: ['shared', 'db', 'electron/service', 'electron/main'],
    packages: ['electron', 'electron-log', '@orpc/server'],
    node: everyNodeModule,
  },
  'electron/preload': { rooms: ['electron/preload'], packages: ['electron'], node: [] },
  'electron/local-host': {
    rooms: ['shared', 'db', 'electron/service', 'electron/local-host'],
    packages: ['@orpc/server', 'electron-log'],
    node: everyNodeModule,
  },
  'electron/command-line': {
    rooms: ['shared', 'db', 'electron/service', 'electron/command-line'],
    packages: ['open', 'zod'],
    node: everyNodeModule,
  },
  renderer: { rooms: ['shared', 'renderer'], packages: interfacePackages, node: [] },
  'tests/unit/shared': { rooms: ['shared', 'tests/unit/shared', 'tests/fixtures'], packages: [...testTools, 'zod'], node: everyNodeModule },
  'tests/unit/db': {
    rooms: ['shared', 'db', 'tests/unit/db', 'tests/fixtures'],
    packages: [...testTools, 'better-sqlite3', 'drizzle-orm'],
    node: everyNodeModule,
  },
  'tests/unit/electron': {
    rooms: ['shared', 'db', 'electron', 'tests/unit/electron', 'tests/fixtures'],
    packages: [...testTools, 'zod', '@orpc/server', '@orpc/client'],
    node: everyNodeModule,
  },
  'tests/unit/renderer': {
    rooms: ['shared', 'renderer', 'tests/unit/renderer', 'tests/fixtures'],
    packages: [...testTools, ...interfacePackages, '@testing-library/react', 'happy-dom'],
    node: everyNodeModule,
  },
  'tests/unit/house': { rooms: ['tests/unit/house'], packages: [...testTools, 'dependency-cruiser'], node: everyNodeModule },
  'tests/e2e': {
    rooms: ['shared', 'db', 'electron', 'tests/e2e', 'tests/fixtures', 'tests/browser'],
    packages: ['@playwright/test', '@axe-core/playwright', 'pdfjs-dist', '@sparticuz/chromium'],
    node: everyNodeModule,
  },
  'tests/e2e-electron': {
    rooms: ['shared', 'tests/e2e-electron', 'tests/fixtures'],
    packages: ['@playwright/test'],
    node: everyNodeModule,
  },
  'tests/bench': {
    rooms: ['shared', 'db', 'electron', 'tests/bench', 'tests/fixtures', 'tests/browser'],
    packages: ['better-sqlite3', 'json-rules-engine', '@playwright/test'],
    node: everyNodeModule,
  },
  'tests/browser': { rooms: ['tests/browser'], packages: ['@playwright/test', '@sparticuz/chromium'], node: everyNodeModule },
  'tests/fixtures': { rooms: ['shared', 'tests/fixtures'], packages: [], node: everyNodeModule },
  'tests/run': { rooms: ['tests/run', 'tests/e2e-electron'], packages: [], node: everyNodeModule },
};

/** The files of a room: below its folder, but not in a room inside it; `tests/run` is the one file of that name. */
function filesOf(room) {
  const inner = Object.keys(rooms).filter((other) => other.startsWith(`${room}/`));
  return { path: `^${room}[/.]`, pathNot: inner.map((other) => `^${other}/`) };
}

function rulesOf([room, row]) {
  const allowed = [
    ...row.rooms.map((other) => `^${other}[/.]`),
    ...row.packages.map((name) => `^node_modules/(@types/)?${name}/`),
    ...(row.packages.includes('better-sqlite3') ? ['^node_modules/@types/better-sqlite3/'] : []),
  ];
  return [
    {
      name: `${room}-imports`,
      comment: `${room} may import ${row.rooms.join(', ')} and ${row.packages.join(', ') || 'no package'}`,
      severity: 'error',
      from: filesOf(room),
      to: { pathNot: allowed, dependencyTypesNot: ['core'] },
    },
    {
      name: `${room}-node`,
      comment: row.node.length === 0 ? `${room} may use no Node module` : `${room} may use Node modules`,
      severity: 'error',
      from: filesOf(room),
      to: { dependencyTypes: ['core'], ...(row.node.length > 0 ? { pathNot: row.node } : {}) },
    },
  ];
}

module.exports = {
  forbidden: [
    { name: 'no-cycle', comment: 'No file depends on itself through others', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', comment: 'Every import leads somewhere', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-room-less-file',
      comment: 'Every source file stands in a room',
      severity: 'error',
      from: { pathNot: [...Object.keys(rooms).map((room) => `^${room}[/.]`), '^node_modules/', '^[^/]+$'] },
      to: {},
    },
    ...Object.entries(rooms).flatMap(rulesOf),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules'] },
    exclude: { path: ['^out/'] },
    includeOnly: undefined,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.json', '.css'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
    exoticRequireStrings: [],
  },
};
