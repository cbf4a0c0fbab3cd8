import type { SeenMessage } from '../../../shapes/voice/safe-door.store.ts'

export interface Numbers {
  councilName: string
  nightNumber: string | null
}

/** Shown before anything is asked, on every one of these pages. */
export function presentNumbers({ councilName, nightNumber }: Numbers) {
  return [
    {
      title: 'In danger now? Call 999',
      href: 'tel:999',
      call: 'Call 999',
      lines: ['Ask for the police or an ambulance.', 'Can’t talk? On a mobile, wait for the voice, then press 55.'],
      ways: [
        { text: 'Text 999 (your phone must be signed up: text “register” to 999)', href: 'sms:999' },
        { text: 'Sign in BSL: 999bsl.co.uk', href: 'https://999bsl.co.uk' },
      ],
    },
    {
      title: 'Childline: 0800 1111',
      href: 'tel:08001111',
      call: 'Call 0800 1111',
      lines: ['It is free. Someone is there day and night.'],
      ways: [],
    },
    ...(nightNumber === null
      ? []
      : [
          {
            title: `${councilName}: ${nightNumber}`,
            href: `tel:${nightNumber.replace(/[^+0-9]/g, '')}`,
            call: `Call ${nightNumber}`,
            lines: ['The people on duty. Ring at any time, at night too.'],
            ways: [],
          },
        ]),
  ]
}

/** What a sender is told: times and that a person did it, never who, and nothing of what was written. */
export function presentSeen(seen: SeenMessage[]): { sentence: string; lines: string[] } {
  const [newest] = seen
  if (!newest)
    return {
      sentence: 'We found no message with that word.',
      lines: ['Look at the word again, or send a new message.'],
    }
  const lines = [`You sent it at ${sayTime(newest.sentAt)}.`]
  if (newest.openedAt === null)
    return {
      sentence: 'Nobody has opened it yet.',
      lines: [...lines, 'Are you in danger? Do not wait. Call one of the numbers.'],
    }
  lines.push(`A person opened it at ${sayTime(newest.openedAt)}.`)
  if (newest.calledAt !== null) lines.push(`They tried to reach somebody for you at ${sayTime(newest.calledAt)}.`)
  return { sentence: 'A person has opened your message.', lines }
}

export function sayTime(at: string): string {
  return Temporal.Instant.from(at)
    .toZonedDateTimeISO('Europe/London')
    .toLocaleString('en-GB', { hour: '2-digit', minute: '2-digit' })
}
