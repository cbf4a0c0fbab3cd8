import { listStanding, type StatedValue } from '../../../domain/local-measures/stated-value.ts'
import type { MeasureWords } from '../../../domain/measures/measure.ts'
import { sayDate } from '../../../domain/shared/calendar-date.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type FieldError, listErrors, makeField } from '../../../web/form-field.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { type FoundMeasure, findAnyMeasure } from '../find-any-measure.ts'
import { changeLocalMeasure, listStated } from '../local-measure.store.ts'
import { paths } from '../performance.paths.ts'
import { sayStated, sayTime } from './local.presenter.ts'
import { sayCondition } from './local-measure.form.ts'

const DONE: Record<string, string> = {
  typed: 'The number is on file.',
  added: 'The measure is added. It is among the figures from now on.',
  changed: 'The measure is changed. What it counted before stays on file.',
  ended: 'The measure is no longer counted. What was counted stays on file.',
}

/** Every number typed in for one measure, those that were replaced among them. */
export async function showLocalOne(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

export async function endLocalMeasure(visit: Visit): Promise<Answer> {
  const reason = (visit.form.reason ?? '').trim()
  if (reason === '') return show(visit, [{ field: 'reason', text: 'Say why it is no longer counted.' }])
  const isDone = await visit.database.as(visit.actor, async (query) => {
    const found = await findAnyMeasure(query, visit.params.id ?? '')
    if (!found?.local || found.local.isEnded) return false
    await changeLocalMeasure(query, visit.actor, { ...found.local, isEnded: true }, reason)
    await recordTrace(query, visit.actor, { event: 'local measure changed', detail: { measure: found.local.id } })
    return true
  })
  return isDone ? { redirect: `${paths.localOne(visit.params.id!)}?done=ended` } : notFound
}

async function show(visit: Visit, errors: FieldError[]): Promise<Answer> {
  const read = await visit.database.as(visit.actor, async (query) => {
    const found = await findAnyMeasure(query, visit.params.id ?? '')
    if (found === null) return null
    await recordTrace(query, visit.actor, { event: 'true figures shown', detail: { measure: found.measure.id } })
    return { ...found, stated: await listStated(query, found.measure.id) }
  })
  if (read === null) return notFound
  const done = DONE[visit.query.done ?? '']
  return {
    template: 'features/performance/pages/local-one.njk',
    title: read.measure.plainTitle,
    status: errors.length > 0 ? 422 : 200,
    model: presentOne(read, { mayType: visit.can('true figures:write'), reason: visit.form.reason ?? '', errors }),
    page: {
      back: { href: paths.local(), text: 'Our own figures' },
      ...(done ? { notice: { text: done, isSuccess: true } } : {}),
      ...listErrors(errors),
    },
  }
}

function presentOne(
  { measure, local, stated }: FoundMeasure & { stated: StatedValue[] },
  { mayType, reason, errors }: { mayType: boolean; reason: string; errors: FieldError[] },
) {
  const standing = new Set(listStanding(stated, null).map(({ id }) => id))
  const isTyped = local === null || local.filter === null
  return {
    sentence: isTyped
      ? stated.length === 0
        ? `${measure.plainTitle}: no number has been typed in yet.`
        : `${measure.plainTitle}: ${sayStated(measure, stated.findLast(({ id }) => standing.has(id))!)}.`
      : `${measure.plainTitle} is worked out from the record of each child.`,
    lead: measure.whyItMatters,
    figureHref: local?.isEnded ? '' : paths.measure(measure.id),
    typeHref: mayType && isTyped && !local?.isEnded ? paths.typeValue(measure.id) : '',
    changeHref: mayType && local && !local.isEnded ? paths.changeLocal(measure.id) : '',
    endForm:
      mayType && local && !local.isEnded
        ? {
            action: paths.endLocal(local.id),
            field: makeField('reason', { label: 'Why it is no longer counted', value: reason }, errors),
          }
        : null,
    table: stated.length === 0 ? null : presentTable(measure, stated, standing),
    definition: [
      { key: { text: 'Who is counted' }, value: { text: measure.whoIsCounted } },
      { key: { text: 'Who is met' }, value: { text: measure.whoIsMet } },
      { key: { text: 'Source' }, value: { text: measure.source } },
      { key: { text: 'Take care' }, value: { text: measure.traps.join(' ') } },
      ...(local?.filter
        ? [
            {
              key: { text: 'Filter' },
              value: {
                text: [
                  `${local.filter.kind}, ${local.filter.when}; of ${local.filter.base === 'in care' ? 'all children in our care' : 'children who have one'}`,
                  ...local.filter.counted.map((one) => `counted where ${sayCondition(one)}`),
                  ...local.filter.met.map((one) => `met where ${sayCondition(one)}`),
                ].join('; '),
              },
            },
          ]
        : []),
    ],
  }
}

function presentTable(measure: MeasureWords, stated: StatedValue[], standing: ReadonlySet<string>) {
  return {
    caption: 'Every number typed in, the newest first',
    columns: [{ text: 'Of' }, { text: 'Number' }, { text: 'How sure' }, { text: 'From' }, { text: 'Typed in' }],
    isStacked: true,
    rows: stated
      .toReversed()
      .map((one) => [
        sayTime(one),
        sayStated(measure, one),
        standing.has(one.id)
          ? { text: '', pill: { state: one.status === 'provisional' ? 'on-the-way' : 'kept', text: one.status } }
          : { text: '', pill: { state: 'unknown', text: 'replaced since' } },
        one.reason === null ? one.source : { text: one.source, note: `Replaces an earlier number: ${one.reason}` },
        `${one.statedBy}, ${sayDate(one.statedOn)}`,
      ]),
  }
}
