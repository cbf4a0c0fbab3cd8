import type { ChainPlace } from '../../domain/voice/phone-chain.ts'
import type { DoorSettings } from './door-settings.store.ts'

export interface DoorForm {
  settings: DoorSettings
  duty: ChainPlace[]
  allegations: ChainPlace[]
  errors: { field: string; text: string }[]
}

const NUMBER = /^\+?[0-9 ()-]{3,40}$/

/** Any of it may still be empty: the list of what is missing says so. What is there must be usable at night. */
export function readDoorForm(
  form: Record<string, string>,
  leads: { safeguarding: string[]; allegations: string[] },
): DoorForm {
  const errors: DoorForm['errors'] = []
  const text = (key: string) => (form[key] ?? '').trim() || null
  const nightNumber = text('nightNumber')
  if (nightNumber !== null && !NUMBER.test(nightNumber))
    errors.push({ field: 'nightNumber', text: 'Write the night number in digits, as somebody would ring it.' })
  const dpiaReference = text('dpia')
  if (dpiaReference !== null && dpiaReference.length > 200)
    errors.push({ field: 'dpia', text: 'Write the assessment’s reference in at most 200 letters.' })
  const readLines = (field: 'duty' | 'allegations') => {
    const { places, problem } = readChainLines(form[field] ?? '')
    if (problem) errors.push({ field, text: problem })
    return places
  }
  const choose = (key: string, of: string[]) => of.find((id) => id === form[key]) ?? null
  return {
    settings: {
      nightNumber,
      dpiaReference,
      safeguardingLeadId: choose('safeguardingLead', leads.safeguarding),
      allegationsLeadId: choose('allegationsLead', leads.allegations),
    },
    duty: readLines('duty'),
    allegations: readLines('allegations'),
    errors,
  }
}

/** One place a line: name, number, minutes. */
export function readChainLines(text: string): { places: ChainPlace[]; problem: string | null } {
  const lines = text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
  if (lines.length > 9) return { places: [], problem: 'Nine places are the most that one chain can have.' }
  const places: ChainPlace[] = []
  for (const [index, line] of lines.entries()) {
    const [name = '', number = '', minutes = '', ...more] = line.split(',').map((part) => part.trim())
    const wait = Number(minutes)
    const isWhole = Number.isInteger(wait) && wait >= 1 && wait <= 120
    if (name === '' || name.length > 80 || !NUMBER.test(number) || !isWhole || more.length > 0)
      return {
        places,
        problem: `Line ${index + 1}: write a name, a number and the minutes (1 to 120) with commas between, like “Duty desk, 01632 960 001, 10”.`,
      }
    places.push({ position: index + 1, name, number, minutes: wait })
  }
  return { places, problem: null }
}

export function writeChainLines(places: ChainPlace[]): string {
  return places.map(({ name, number, minutes }) => `${name}, ${number}, ${minutes}`).join('\n')
}
