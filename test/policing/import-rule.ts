import { posix } from 'node:path'
import { isTest, type SourceFile, withoutComments } from './source-file.ts'

interface Boundary {
  /** Files it binds. */
  from: RegExp
  /** What they may import of ours; everything else of ours is refused. */
  mayImport: RegExp
  /** Where the code should go instead. */
  instead: string
}

const BOUNDARIES: Boundary[] = [
  {
    from: /^src\/domain\//,
    mayImport: /^src\/domain\//,
    instead: 'src/domain is pure: read the data in a store or command and pass it in as an argument.',
  },
  {
    from: /^src\/shapes\//,
    mayImport: /^src\/(domain|database|web|shapes)\//,
    instead:
      'shapes import domain, database and web only: what one area alone needs goes to that area in src/features; settings are passed in.',
  },
  {
    from: /^src\/database\//,
    mayImport: /^src\/(domain|database)\//,
    instead: 'src/database knows no page and no area: a query for one of them goes in its .store.ts file.',
  },
  {
    from: /^src\/web\//,
    mayImport: /^src\/(domain|database|shapes|web)\/|^src\/config\.ts$/,
    instead: 'src/web serves every area and knows none: a page of one area goes to src/features.',
  },
  {
    from: /^src\/demo-data\//,
    mayImport: /^src\/(domain|demo-data)\//,
    instead:
      'src/demo-data only makes a council up, the same for the same seed: src/features/demonstration puts it into the database.',
  },
  {
    from: /^src\/features\/demonstration\//,
    mayImport: /^src\/(domain|database|web|shapes|features|demo-data)\/|^src\/config\.ts$/,
    instead: 'a feature builds on domain, database, web and shapes: let app.ts or a command pass the rest in.',
  },
  {
    from: /^src\/features\/(?!demonstration\/)/,
    mayImport: /^src\/(domain|database|web|shapes|features)\/|^src\/config\.ts$/,
    instead: 'a feature builds on domain, database, web and shapes: let app.ts or a command pass the rest in.',
  },
]

/** Packages that pure code may use: they read no clock, file or environment. */
const PURE_PACKAGES = /^(zod|csv-parse\/sync|diff|highs)$/
const WHO_MAY_IMPORT_APP = /^src\/(main\.ts|cli\/)|^test\/kit\//

/** What a file imports, written any way: `import x from`, `export … from`, `import 'x'`, `import('x')`. */
export function importsOf(file: SourceFile): string[] {
  const code = withoutComments(file.text)
  const forms = [
    /^\s*(?:import|export)\s[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm,
    /^\s*import\s*['"]([^'"]+)['"]/gm,
    /\bimport\(\s*['"]([^'"]+)['"]/g,
  ]
  return forms.flatMap((form) => [...code.matchAll(form)].map((match) => match[1]!))
}

/** `runtimePackages`: the names under "dependencies", which a running installation has. */
export function checkImports(file: SourceFile, runtimePackages: Set<string>): string[] {
  return importsOf(file).flatMap((name) => {
    const fault = name.startsWith('.') ? checkOwn(file, name) : checkPackage(file, name, runtimePackages)
    return fault ? [`${file.path} imports ${name}: ${fault}`] : []
  })
}

function checkOwn(file: SourceFile, name: string): string | null {
  const target = posix.join(posix.dirname(file.path), name)
  if (target === 'src/app.ts' && !WHO_MAY_IMPORT_APP.test(file.path) && file.path !== 'src/app.test.ts') {
    return 'only src/main.ts, src/cli and test/kit build the app; a test gets it from test/kit.'
  }
  if (!file.path.startsWith('src/')) return null
  if (isTest(file)) {
    // A pure test stays pure; other tests may use the kit and set up what they need.
    if (target.startsWith('test/')) return null
    if (!file.path.startsWith('src/domain/')) return null
  } else if (!target.startsWith('src/')) {
    return 'the product does not import its tests or scripts: what both need goes to src.'
  }
  for (const { from, mayImport, instead } of BOUNDARIES) {
    if (from.test(file.path) && !mayImport.test(target)) return instead
  }
  return checkFeature(file, target)
}

function checkFeature(file: SourceFile, target: string): string | null {
  const [feature, inside] = partsOf(target)
  if (!feature || inside === 'index.ts') return null
  const [own] = partsOf(file.path)
  if (own === feature || !file.path.startsWith('src/features/')) return null
  return `a feature uses another only through its index.ts: export it from src/features/${feature}/index.ts, or move what both need to src/shapes or src/domain.`
}

function partsOf(path: string): [string | undefined, string | undefined] {
  const match = /^src\/features\/([^/]+)\/(.+)$/.exec(path)
  return [match?.[1], match?.[2]]
}

function checkPackage(file: SourceFile, name: string, runtimePackages: Set<string>): string | null {
  if (!file.path.startsWith('src/') || isTest(file)) return null
  if (file.path.startsWith('src/domain/') && !PURE_PACKAGES.test(name)) {
    return 'src/domain is pure: do this where the rule is used (a store, command or presenter) and pass the result in.'
  }
  if (name.startsWith('node:')) return null
  const packageName = name.split('/', name.startsWith('@') ? 2 : 1).join('/')
  if (!runtimePackages.has(packageName)) {
    return `${packageName} is not under "dependencies" of package.json, so a running installation may not have it.`
  }
  return null
}
