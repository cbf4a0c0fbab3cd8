interface Manifest {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}

interface Lock {
  packages: Record<
    string,
    { version?: string; resolved?: string; optionalDependencies?: Record<string, string> } & Partial<Manifest>
  >
}

const EXACT = /^\d+\.\d+\.\d+(-[0-9a-z.-]+)?$/i

export function checkVersions(manifest: Manifest): string[] {
  return allOf(manifest)
    .filter(([, version]) => !EXACT.test(version))
    .map(
      ([name, version]) =>
        `package.json: ${name} is "${version}". Pin one exact version, so that everybody runs the same.`,
    )
}

/** A line of the record is a table row that begins with the package's name in code marks. */
export function checkReasons(manifest: Manifest, record: string): string[] {
  const names = allOf(manifest).map(([name]) => name)
  const recorded = [...record.matchAll(/^\|\s*`([^`]+)`\s*\|/gm)].map((match) => match[1]!)
  return [
    ...names
      .filter((name) => !recorded.includes(name))
      .map(
        (name) =>
          `${name} has no line in docs/decisions/0002-dependencies.md: say what it is for and what it replaces.`,
      ),
    ...recorded
      .filter((name) => !names.includes(name))
      .map(
        (name) =>
          `docs/decisions/0002-dependencies.md lists ${name}, which package.json has no more: take the line out.`,
      ),
  ]
}

export function checkLock(manifest: Manifest, lock: Lock): string[] {
  const root = lock.packages['']!
  const faults = allOf(manifest)
    .filter(([name, version]) => (root.dependencies?.[name] ?? root.devDependencies?.[name]) !== version)
    .map(([name]) => `package-lock.json does not have ${name} as package.json does: run npm install.`)
  for (const [place, entry] of Object.entries(lock.packages)) {
    if (entry.resolved) {
      faults.push(`package-lock.json names a registry for ${place}: keep omit-lockfile-registry-resolved in .npmrc.`)
    }
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!lock.packages[`node_modules/${name}`] && !lock.packages[`${place}/node_modules/${name}`]) {
        faults.push(
          `package-lock.json has no ${name}, an optional part of ${place}, so npm ci refuses it. ` +
            'Make it afresh: remove node_modules and package-lock.json, run npm install; if it is still missing, pin a version whose parts are all published.',
        )
      }
    }
  }
  return faults
}

function allOf({ dependencies, devDependencies }: Manifest): [string, string][] {
  return [...Object.entries(dependencies), ...Object.entries(devDependencies)]
}
