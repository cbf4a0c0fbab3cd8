import { sayInstant } from '../../../domain/shared/say-instant.ts'
import type { Look } from '../../../shapes/person/access-trace.store.ts'
import type { Opening } from '../../../shapes/person/break-glass.store.ts'
import { paths } from '../people.paths.ts'

interface Facts {
  openings: Opening[]
  looks: Look[]
  names: Map<string, string>
  fault: { id: string; words: string; text: string } | null
  isOnlyWithReason: boolean
}

export function presentWhoLooked({ openings, looks, names, fault, isOnlyWithReason }: Facts): Record<string, unknown> {
  const waiting = openings.filter((opening) => !opening.isMine)
  return {
    sentence:
      waiting.length === 0
        ? 'No opening with a reason waits for you.'
        : `${waiting.length} ${waiting.length === 1 ? 'opening waits' : 'openings wait'} for somebody to look into the reason.`,
    openings: waiting.map((opening) => ({
      id: opening.id,
      title: `${opening.person} opened the record of ${names.get(opening.childId) ?? 'a child'}`,
      when: sayInstant(opening.openedAt),
      reason: opening.reason,
      action: `/who-looked/${opening.id}/review`,
      holds: {
        name: 'holds',
        idPrefix: `holds-${opening.id}`,
        classes: 'govuk-radios--inline',
        fieldset: { legend: { text: 'Does the reason hold?' } },
        items: [
          { value: 'holds', text: 'It holds' },
          { value: 'does not hold', text: 'It does not hold' },
        ],
      },
      words: {
        id: `words-${opening.id}`,
        name: 'words',
        rows: 2,
        label: { text: 'What you found' },
        value: fault?.id === opening.id ? fault.words : '',
        ...(fault?.id === opening.id ? { errorMessage: { text: fault.text } } : {}),
      },
    })),
    filter: isOnlyWithReason
      ? { text: 'Show every opening', href: paths.whoLooked() }
      : { text: 'Show only those with a reason', href: `${paths.whoLooked()}?show=reasons` },
    isEmpty: looks.length === 0 && !isOnlyWithReason,
    table: {
      isStacked: true,
      caption: isOnlyWithReason ? 'Openings with a reason, newest first' : 'Openings, newest first',
      columns: ['When', 'Who', 'What', 'Whose record', 'Reason given'].map((text) => ({ text })),
      rows: looks.map((look) => [
        sayInstant(look.at),
        { text: look.person, ...(look.title ? { note: look.title } : {}) },
        look.event,
        names.has(look.childId!)
          ? { text: names.get(look.childId!)!, href: `/children/${look.childId}/who-looked` }
          : 'a child you may not see',
        look.reason ?? '',
      ]),
    },
  }
}
