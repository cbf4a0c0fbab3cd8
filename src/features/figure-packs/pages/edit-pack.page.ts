import { AUDIENCES } from '../../../domain/figure-pack/pack-state.ts'
import { allMeasures } from '../../../domain/measures/all-measures.ts'
import { THEMES } from '../../../domain/measures/themes.ts'
import { lastQuarterEnd } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField, makeSelect } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { listLocalWords } from '../../performance/index.ts'
import { addPack, changePack, type FigurePack, findPack } from '../figure-pack.store.ts'
import { paths } from '../figure-packs.paths.ts'
import { sayAudience } from '../make-content.ts'
import { checkChoice, findSmallInWords, readTypedChoice, type TypedChoice } from './edit-pack.form.ts'
import { stateOf } from './figure-packs.page.ts'

export async function showNewPack(visit: Visit): Promise<Answer> {
  const start = {
    title: '',
    audience: 'board',
    asAt: lastQuarterEnd(visit.today),
    years: '3',
    words: '',
    smallNumbers: 'hidden',
    measures: allMeasures.filter((one) => one.askedForByChildren).map(({ id }) => id),
  }
  return show(visit, null, start, [])
}

export async function submitNewPack(visit: Visit): Promise<Answer> {
  const { typed, choice, errors } = await readChoice(visit)
  if (choice === null) return show(visit, null, typed, errors)
  const id = await visit.database.as(visit.actor, async (query) => {
    const made = await addPack(query, visit.actor, choice)
    await recordTrace(query, visit.actor, { event: 'figure pack made', detail: { pack: made } })
    return made
  })
  return { redirect: paths.pack(id) }
}

export async function showEditPack(visit: Visit): Promise<Answer> {
  const pack = await findOpen(visit)
  return pack === null ? notFound : show(visit, pack, { ...pack, years: String(pack.years) }, [])
}

export async function submitEditPack(visit: Visit): Promise<Answer> {
  const pack = await findOpen(visit)
  if (pack === null) return notFound
  const { typed, choice, errors } = await readChoice(visit)
  if (choice === null) return show(visit, pack, typed, errors)
  await visit.database.as(visit.actor, async (query) => {
    await changePack(query, pack.id, choice)
    await recordTrace(query, visit.actor, { event: 'figure pack changed', detail: { pack: pack.id } })
  })
  return { redirect: paths.pack(pack.id) }
}

/** A pack that is frozen is not there to be changed. */
async function findOpen(visit: Visit): Promise<FigurePack | null> {
  const pack = await visit.database.as(visit.actor, (query) => findPack(query, visit.params.id ?? ''))
  return pack !== null && ['draft', 'cannot be published'].includes(stateOf(pack)) ? pack : null
}

async function readChoice(visit: Visit) {
  const typed = readTypedChoice(visit.form)
  const locals = await visit.database.as(visit.actor, (query) => listLocalWords(query))
  const { choice, errors } = checkChoice(
    typed,
    visit.today,
    locals.map(({ id }) => id),
  )
  const small = findSmallInWords(typed.words)
  if (small !== null && visit.form.isLookedAt !== 'yes')
    errors.push({
      field: 'words',
      text: `“${small}” may point to somebody. Say it without the number, or confirm below that nobody can be recognised.`,
    })
  return { typed, errors, choice: errors.length > 0 ? null : choice }
}

async function show(visit: Visit, pack: FigurePack | null, typed: TypedChoice, errors: FieldError[]): Promise<Answer> {
  const locals = await visit.database.as(visit.actor, (query) => listLocalWords(query))
  const measures = [...allMeasures, ...locals]
  const error = errors.find(({ field }) => field === 'measures')
  return {
    template: 'features/figure-packs/pages/edit-pack.njk',
    title: pack === null ? 'Make a pack of figures' : 'Change the pack',
    status: errors.length > 0 ? 422 : 200,
    model: {
      sentence: 'Which figures go out, to whom, as at which day?',
      lead: 'The pack is then checked as a whole and against every earlier one. Somebody else approves it before it goes out.',
      action: pack === null ? paths.newPack() : paths.editPack(pack.id),
      button: pack === null ? 'Keep it' : 'Keep the changes',
      cancelHref: pack === null ? paths.packs() : paths.pack(pack.id),
      title: makeField('title', { label: 'Title', value: typed.title }, errors),
      audience: makeSelect(
        'audience',
        { label: 'Who it is for', value: typed.audience },
        AUDIENCES.map((value) => ({ value, text: capital(sayAudience(value)) })),
        errors,
      ),
      asAt: makeField(
        'asAt',
        {
          label: 'As at',
          hint: 'The end of a quarter, as year-month-day',
          value: typed.asAt,
          classes: 'govuk-input--width-10',
        },
        errors,
      ),
      years: makeSelect(
        'years',
        { label: 'Earlier years beside it', value: typed.years },
        ['0', '1', '2', '3', '4', '5'].map((value) => ({ value, text: value })),
        errors,
      ),
      smallNumbers: makeSelect(
        'smallNumbers',
        {
          label: 'Small numbers',
          hint: 'Rounded: every number is a multiple of five, sums still hold, and percentages are of the rounded numbers. Numbers below 60 then move by a tenth, and so do trends.',
          value: typed.smallNumbers,
        },
        [
          { value: 'hidden', text: 'Hide them, and what would give them away' },
          { value: 'rounded', text: 'Round every number to a multiple of five' },
        ],
        errors,
      ),
      words: makeField(
        'words',
        {
          label: 'In a few words',
          hint: 'What the reader should know first. It can be released on request. No names.',
          value: typed.words,
          rows: 6,
        },
        errors,
      ),
      hasSmallWords: errors.some(({ field }) => field === 'words'),
      measuresError: error ? error.text : '',
      themes: THEMES.map(({ id, title }) => ({
        title,
        boxes: {
          idPrefix: `theme-${id.replace(' ', '-')}`,
          name: 'measures',
          fieldset: { legend: { text: title, classes: 'govuk-fieldset__legend--s' } },
          classes: 'govuk-checkboxes--small',
          items: measures
            .filter((measure) => measure.theme === id)
            .map((measure) => ({
              name: `measure-${measure.id}`,
              value: 'yes',
              text: `${measure.plainTitle} (${measure.id})${measure.askedForByChildren ? ', children asked for this' : ''}`,
              checked: typed.measures.includes(measure.id),
            })),
        },
      })),
    },
    page: {
      isNarrow: true,
      back:
        pack === null
          ? { href: paths.packs(), text: 'Packs of figures' }
          : { href: paths.pack(pack.id), text: pack.title },
      ...listErrors(errors),
    },
  }
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
