import { roles } from '../../../domain/access/roles.ts'
import { listColleagues } from '../../../shapes/person/staff.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { paths } from '../people.paths.ts'

export async function showPeople(visit: Visit): Promise<Answer> {
  const search = (visit.query.q ?? '').slice(0, 80)
  const people = await visit.database.as(visit.actor, (query) => listColleagues(query, search))
  const withoutRole = people.filter((person) => person.roles.length === 0).length
  return {
    template: 'features/people/pages/people.njk',
    title: 'People and roles',
    model: {
      sentence: `${people.length} ${people.length === 1 ? 'colleague is' : 'colleagues are'} ${search ? `found for “${search}”` : 'entered here'}.${withoutRole > 0 ? ` ${withoutRole} hold no role today and cannot sign in.` : ''}`,
      search,
      canWrite: visit.can('people:write'),
      table: {
        caption: 'Colleagues',
        isCaptionHidden: true,
        isStacked: true,
        columns: ['Name', 'Title', 'Roles today', 'Team'].map((text) => ({ text })),
        rows: people.map((person) => [
          {
            text: [person.givenName, person.familyName].filter(Boolean).join(' ') || (person.email ?? 'no name'),
            href: paths.person(person.id),
          },
          person.title ?? '',
          person.roles.map((role) => roles[role as keyof typeof roles]?.title ?? role).join(', ') || 'none',
          person.teams.join(', '),
        ]),
      },
      roles: Object.entries(roles)
        .filter(([name]) => name !== 'system')
        .map(([, role]) => ({ title: role.title, purpose: role.purpose })),
    },
  }
}
