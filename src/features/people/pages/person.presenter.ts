import { type RoleName, roles } from '../../../domain/access/roles.ts'
import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import type { Bar, Colleague, HeldRole } from '../../../shapes/person/staff.store.ts'
import { paths } from '../people.paths.ts'

/** Kept's own role, and those of children and young adults, are never given on a page. */
export const GIVEN_HERE = (Object.keys(roles) as RoleName[]).filter(
  (name) => !['system', 'child', 'young_adult'].includes(name),
)

interface Facts {
  person: Colleague
  held: HeldRole[]
  bars: Bar[]
  directorates: string[]
  form: Record<string, string>
  errors: { field: string; text: string }[]
  canChange: boolean
  isSelf: boolean
  today: IsoDate
}

export function presentPerson({
  person,
  held,
  bars,
  directorates,
  form,
  errors,
  canChange,
  isSelf,
  today,
}: Facts): Record<string, unknown> {
  const name = [person.givenName, person.familyName].filter(Boolean).join(' ') || (person.email ?? 'This colleague')
  const open = held.filter((role) => role.endsOn === null || role.endsOn >= today)
  const now = open.filter((role) => role.startsOn <= today)
  const errorOf = (field: string) => {
    const error = errors.find((one) => one.field === field)
    return error ? { errorMessage: { text: error.text } } : {}
  }
  return {
    sentence:
      now.length === 0
        ? `${name} holds no role today and cannot sign in.`
        : `${name}: ${now.map((role) => titleOf(role.role).toLowerCase()).join(', ')}.`,
    lead: [
      person.title,
      person.email,
      person.teams.join(', '),
      person.directorate,
      person.registration ? `registration ${person.registration}` : '',
    ]
      .filter(Boolean)
      .join(' · '),
    held: held.map((role) => ({
      title: titleOf(role.role),
      note: saySpan(role, today),
      endAction: canChange && open.includes(role) ? `${paths.person(person.id)}/roles/${role.id}/end` : '',
    })),
    bars: bars
      .filter((bar) => bar.endsOn === null || bar.endsOn >= today)
      .map((bar) => `A child, since ${sayDate(bar.startsOn)}: “${bar.reason}”`),
    canChange,
    own: isSelf ? 'These are your own roles. Nobody changes their own: another administrator does.' : '',
    action: paths.person(person.id),
    role: {
      id: 'role',
      name: 'role',
      label: { text: 'Give a role' },
      items: [
        { value: '', text: 'Choose a role' },
        ...GIVEN_HERE.map((role) => ({
          value: role,
          text: `${roles[role].title}: ${roles[role].purpose}`,
          selected: form.role === role,
        })),
      ],
      ...errorOf('role'),
    },
    from: {
      id: 'from',
      name: 'from',
      type: 'date',
      value: form.from ?? today,
      classes: 'govuk-input--width-10',
      label: { text: 'From' },
      attributes: { min: today },
      ...errorOf('from'),
    },
    number: {
      id: 'number',
      name: 'number',
      value: form.number ?? '',
      classes: 'govuk-input--width-10',
      label: { text: 'Registration number of a social worker' },
      hint: { text: 'With it the children a return names them for become theirs' },
      ...errorOf('number'),
    },
    directorate: {
      id: 'directorate',
      name: 'directorate',
      value: form.directorate ?? person.directorate ?? '',
      label: { text: 'Directorate' },
      hint: {
        text: `As it is called here${directorates.length > 0 ? `: ${directorates.join(', ')}` : ''}. It gives no right; leave it empty where it fits nowhere`,
      },
      ...errorOf('directorate'),
    },
    child: {
      id: 'child',
      name: 'child',
      value: form.child ?? '',
      classes: 'govuk-input--width-10',
      autocomplete: 'off',
      label: { text: 'Return number of the child' },
      ...errorOf('child'),
    },
    why: {
      id: 'why',
      name: 'why',
      value: form.why ?? '',
      rows: 2,
      label: { text: 'Why' },
      hint: { text: 'A court order, a risk, family, a declared conflict' },
      ...errorOf('why'),
    },
  }
}

function saySpan({ startsOn, endsOn }: HeldRole, today: IsoDate): string {
  if (endsOn === null) return `${startsOn > today ? 'from' : 'since'} ${sayDate(startsOn)}`
  return endsOn < startsOn ? 'taken back before it began' : `${sayDate(startsOn)} to ${sayDate(endsOn)}`
}

function titleOf(role: string): string {
  return roles[role as RoleName]?.title ?? role
}
