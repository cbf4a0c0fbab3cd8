export interface DoorFacts {
  isMadeUp: boolean
  missing: string[]
  safeguarding: { id: string; name: string }[]
  allegations: { id: string; name: string }[]
  errors: { field: string; text: string }[]
  values: Record<string, string>
}

/** What is missing, and what to do about it. */
const TO_DO: Record<string, string> = {
  'night number': 'The number that somebody answers at night: write it below.',
  'safeguarding lead':
    'The safeguarding lead: choose a colleague who holds that role. An administrator gives roles on the page People.',
  'allegations lead': 'The allegations lead: choose a colleague who holds that role.',
  'duty chain': 'Who is rung while a message waits: write at least one line.',
  'allegations chain': 'Who is rung when it is about an adult: write at least one line.',
  cover: 'A cover for each worker whom a child can choose: on the page Covers you see who has none, and can name one.',
  dpia: 'The data protection impact assessment: write its reference.',
  'test message':
    'One test message, opened and answered: send it below, then somebody on duty opens it and writes what was done.',
}

export function presentDoor({ isMadeUp, missing, safeguarding, allegations, errors, values }: DoorFacts) {
  const field = (name: string, label: string, hint: string) => {
    const error = errors.find((one) => one.field === name)
    return {
      id: name,
      name,
      value: values[name] ?? '',
      autocomplete: 'off',
      label: { text: label, classes: 'govuk-label--s' },
      hint: { text: hint },
      ...(error ? { errorMessage: { text: error.text } } : {}),
    }
  }
  const lead = (name: string, label: string, people: { id: string; name: string }[]) => ({
    id: name,
    name,
    label: { text: label, classes: 'govuk-label--s' },
    items: [
      { value: '', text: 'Nobody yet', selected: !values[name] },
      ...people.map((one) => ({ value: one.id, text: one.name, selected: values[name] === one.id })),
    ],
  })
  return {
    sentence: sayDoor(isMadeUp, missing.length),
    missing: missing.map((key) => TO_DO[key] ?? key),
    nightNumber: field('nightNumber', 'Number at night', 'Shown to everybody at “I am not safe”, signed in or not.'),
    safeguardingLead: lead('safeguardingLead', 'Safeguarding lead', safeguarding),
    allegationsLead: lead('allegationsLead', 'Allegations lead', allegations),
    duty: {
      ...field(
        'duty',
        'Phone chain',
        'One a line: name, number, minutes before the next. For example: Duty desk, 01632 960 001, 10. After the last it begins again, until a person has opened the message.',
      ),
      rows: 4,
    },
    allegations: {
      ...field(
        'allegations',
        'Phone chain for what is about an adult',
        'A colleague’s full name makes it their place: a message about them, or about somebody they answer for, passes them by.',
      ),
      rows: 4,
    },
    dpia: field('dpia', 'Reference of the data protection impact assessment', 'As your council files it.'),
  }
}

export function sayDoor(isMadeUp: boolean, missing: number): string {
  if (missing === 0) return 'The safe door is open: everything behind it is filled in.'
  const things = missing === 1 ? 'One thing is' : `${missing} things are`
  return isMadeUp
    ? `The safe door is open because this council is made up. ${things} still missing.`
    : `The safe door stays shut: ${things.toLowerCase()} still missing.`
}
