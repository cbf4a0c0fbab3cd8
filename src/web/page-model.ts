import type { Council } from '../shapes/person/council.store.ts'
import type { YoungFrame } from '../shapes/voice/own-look.store.ts'
import type { PageExtras, SignedIn } from './route.ts'

export interface PageModel extends Partial<PageExtras> {
  title: string
  council: { name: string; isMadeUp: boolean }
  nav: { href: string; text: string; isCurrent: boolean }[]
  user: { label: string } | null
  csrf: string | null
  asset: Record<string, string>
  find?: { href: string; text: string }
  /** For staff while the time before an election runs. */
  preElection?: string
  /** On a young person's own pages alone: their door, colours, letters and text level. */
  young?: YoungFrame
}

interface PageFacts {
  title: string
  path: string
  council: Council
  person: SignedIn | null
  csrf: string | null
  asset: Record<string, string>
  extras: Partial<PageExtras>
  young?: YoungFrame | null
  preElection?: string | null
}

/** What the layout places around every page: the council, who is signed in, and the ways on that this person has. */
export function makePageModel({
  title,
  path,
  council,
  person,
  csrf,
  asset,
  extras,
  young,
  preElection,
}: PageFacts): PageModel {
  const can = (right: string) => person?.rights.has(right) ?? false
  const nav = [
    { href: '/', text: 'Home', isShown: person !== null },
    { href: '/promises', text: 'Promises', isShown: person !== null },
    { href: '/figures', text: 'Figures', isShown: can('figures:read') },
    { href: '/meetings', text: 'Meetings', isShown: can('meetings:read') },
    { href: '/challenges', text: 'Challenges', isShown: can('meetings:read') && !can('child:read') },
    {
      href: '/themes',
      text: 'Children say',
      isShown: can('themes:read') || (can('meetings:read') && !can('child:read')),
    },
    { href: '/inbox', text: 'Inbox', isShown: isHeardBy(person) },
    { href: '/children', text: 'Children', isShown: can('child:read') && can('colleagues:read') },
    { href: '/claims', text: 'Claims', isShown: person?.roles.includes('personal_adviser') ?? false },
    { href: '/imports', text: 'Files in', isShown: can('import:write') },
    { href: '/impact', text: 'Impact check', isShown: can('impact:read') && !can('meetings:read') },
    { href: '/duty', text: 'Duty', isShown: can('duty:read') || (person?.roles.includes('allegations_lead') ?? false) },
    { href: '/door', text: 'Safe door', isShown: can('door:write') },
    { href: '/people', text: 'People', isShown: can('people:read') },
    { href: '/who-looked', text: 'Who looked', isShown: hasTraceRight(person) },
  ]
  return {
    ...extras,
    title,
    council: { name: council.name, isMadeUp: council.isMadeUp },
    nav: nav.filter((item) => item.isShown).map(({ href, text }) => ({ href, text, isCurrent: isWithin(path, href) })),
    user: person ? { label: person.title ?? person.name } : null,
    csrf,
    asset,
    ...(young ? { young } : {}),
    ...(preElection ? { preElection } : {}),
    ...(can('child:read') && can('colleagues:read') ? { find: { href: '/children', text: 'Find a child' } } : {}),
  }
}

/** What has no place of its own in the one row of ways, and is reached from another. */
const WITHIN: Record<string, string[]> = {
  '/promises': ['/strategy'],
  '/meetings': ['/releases', '/reports', '/pre-election', '/members', '/impact'],
}

function isWithin(path: string, href: string): boolean {
  if (href === '/') return path === '/'
  return [href, ...(WITHIN[href] ?? [])].some((start) => path.startsWith(start))
}

function hasTraceRight(person: SignedIn | null): boolean {
  return person?.roles.some((role) => ['team_manager', 'service_manager', 'records_auditor'].includes(role)) ?? false
}

/** Whom children can be named to, and who may cover for them. */
function isHeardBy(person: SignedIn | null): boolean {
  return (
    person?.roles.some((role) =>
      ['social_worker', 'personal_adviser', 'iro', 'team_manager', 'service_manager', 'allegations_lead'].includes(
        role,
      ),
    ) ?? false
  )
}
