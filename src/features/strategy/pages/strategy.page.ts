import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { readLive } from '../read-live.ts'
import { pickVersion, readVersions, readWhole, type StandingVersion } from '../read-strategy.ts'
import { readStepDecisions } from '../step-decision.store.ts'
import { strategyPaths } from '../strategy.paths.ts'
import { presentState, presentStrategy } from './strategy.presenter.ts'

/** The version in force, with how all it leans on stands today. */
export async function showStrategy(visit: Visit): Promise<Answer> {
  const versions = await readVersions(visit)
  return show(visit, versions, pickVersion(versions))
}

/** One version as it was promised. */
export async function showVersion(visit: Visit): Promise<Answer> {
  const versions = await readVersions(visit)
  const version = versions.find(({ number }) => String(number) === visit.params.number)
  return version ? show(visit, versions, version) : notFound
}

/** The short version alone, in plain words. */
export async function showShort(visit: Visit): Promise<Answer> {
  const version = pickVersion(await readVersions(visit))
  if (version === null || version.plainWords === '') return notFound
  return {
    template: 'features/strategy/pages/short.njk',
    title: 'What we want for you',
    model: {
      paragraphs: version.plainWords.split(/\n\s*\n/),
      by: version.plainWordsBy,
      isYoung: isYoung(visit),
    },
    page: { isNarrow: true },
  }
}

export function isYoung({ person }: Pick<Visit, 'person'>): boolean {
  return person.roles.some((role) => role === 'child' || role === 'young_adult')
}

async function show(
  visit: Visit,
  versions: readonly StandingVersion[],
  version: StandingVersion | null,
): Promise<Answer> {
  const can = {
    edit: visit.can('plan:write'),
    approve: visit.can('plan:write') || visit.can('meetings:write'),
  }
  const draft = versions.find(({ state }) => state === 'draft')
  const ways = [
    ...(isYoung(visit) ? [] : [{ href: '/documents', text: 'Documents that belong to it, and what words mean' }]),
    ...(versions.filter(({ state }) => state !== 'draft' || visit.can('plan:read')).length > 1
      ? [{ href: strategyPaths.compare(), text: 'Compare two versions' }]
      : []),
    ...(can.edit && draft ? [{ href: strategyPaths.edit(), text: `Write version ${draft.number}` }] : []),
    ...(can.edit && !draft && version ? [{ href: strategyPaths.begin(), text: 'Begin the next version' }] : []),
    ...(can.approve && draft
      ? [{ href: strategyPaths.approve(), text: `Say who approved version ${draft.number}` }]
      : []),
  ]
  if (version === null)
    return {
      template: 'features/strategy/pages/no-strategy.njk',
      title: 'Our strategy',
      model: { canBegin: can.edit, beginHref: strategyPaths.begin() },
    }
  const strategy = await visit.database.as(visit.actor, (query) => readWhole(query, version))
  const decided = await visit.database.as(visit.actor, (query) => readStepDecisions(query, version.id))
  const live = await readLive(visit, version.state === 'in force' && !isYoung(visit) ? strategy.joins : [])
  const audience = isYoung(visit) ? 'young' : 'staff'
  return {
    template: 'features/strategy/pages/strategy.njk',
    title: `${version.title}, version ${version.number}`,
    model: {
      strategy: {
        ...presentStrategy({ strategy, live, today: visit.today, audience, decided }),
        principlesHref: visit.can('plan:read') ? strategyPaths.principles() : '',
      },
      ways,
      versions: versions.map((one) => ({
        text: `Version ${one.number}${one.period ? `, ${one.period}` : ''}`,
        href: strategyPaths.version(one.number),
        note: one.id === version.id ? 'this one' : '',
        ...(audience === 'young' ? {} : { pill: presentState(one) }),
      })),
    },
    page: {
      back: { href: isYoung(visit) ? '/me/promises' : '/promises', text: 'Our promises' },
      ...(visit.query.done
        ? { notice: { isSuccess: true, text: DONE[visit.query.done] ?? 'Done, and written down.' } }
        : {}),
    },
  }
}

const DONE: Record<string, string> = {
  approved: 'Written down. From now on nothing of this version changes.',
}
