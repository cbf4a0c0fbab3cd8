import { WORKER_PICTURES } from '../../domain/own/look.ts'
import type { Shown } from './people.store.ts'

export interface ShownForm {
  shown: Shown
  errors: { text: string; href: string }[]
}

/** What a colleague shows to children: short, their own choice, and never more than a child needs (rule 32). */
export function readShownForm(form: Record<string, string>): ShownForm {
  const text = (name: string) => (form[name] ?? '').trim()
  const picture = WORKER_PICTURES.find(([name]) => name === form.picture)?.[0]
  const shown = {
    picture: picture ?? '',
    firstName: text('firstName'),
    hours: text('hours'),
    whatIDo: text('whatIDo'),
  }
  const errors: ShownForm['errors'] = []
  if (picture === undefined) errors.push({ text: 'Choose a picture', href: `#picture-${WORKER_PICTURES[0][0]}` })
  if (shown.firstName === '') errors.push({ text: 'Enter the name that children call you', href: '#firstName' })
  if (shown.firstName.length > 40) errors.push({ text: 'Use a name of 40 letters or fewer', href: '#firstName' })
  if (shown.hours.length > 120) errors.push({ text: 'Say when you work in 120 letters or fewer', href: '#hours' })
  if (shown.whatIDo.length > 300) errors.push({ text: 'Say what you do in 300 letters or fewer', href: '#whatIDo' })
  return { shown, errors }
}
