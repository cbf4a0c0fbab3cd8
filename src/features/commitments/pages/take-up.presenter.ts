import type { KeptShare } from '../../../domain/promises/promise-share.ts'
import type { PlanItem } from '../../../shapes/plan/plan.store.ts'
import { fieldsOf, PROOF_MONTHS, type ProofForm, promisePaths, sayWho } from '../../promises/index.ts'
import { commitmentPaths } from '../commitments.paths.ts'
import { sayTakeUp } from '../read-take-up.ts'

/** Finishes every word of how many took up what was offered. A small number is hidden, with every number beside it. */
export function presentTakeUp(item: PlanItem, share: KeptShare | undefined, form: ProofForm | null) {
  const field = fieldsOf(form?.errors ?? [])
  return {
    eyebrow: [item.directorate, sayWho(item)].filter(Boolean).join(' · '),
    sentence:
      share === undefined ? 'Nobody has counted who took this up, or the count is too old.' : `${sayTakeUp(share)}.`,
    title: item.title,
    href: promisePaths.action(item.id),
    share:
      share === undefined
        ? null
        : share.isHidden
          ? { isHidden: true, hiddenBecause: share.because }
          : { done: share.kept, of: share.of, doneText: 'took it up', notDoneText: 'did not', unit: share.unit },
    from: share === undefined ? '' : `From: ${share.from}`,
    form:
      form === null
        ? null
        : {
            action: commitmentPaths.takeUp(item.id),
            madeTo: {
              ...field('madeTo', form.typed.madeTo, 'To how many was it offered?'),
              inputmode: 'numeric',
              classes: 'govuk-input--width-5',
            },
            keptFor: {
              ...field('keptFor', form.typed.keptFor, 'How many took it up?'),
              inputmode: 'numeric',
              classes: 'govuk-input--width-5',
            },
            title: field(
              'title',
              form.typed.title,
              'Where do the numbers come from?',
              'Such as the centres’ list of passes used',
            ),
            months: {
              idPrefix: 'months',
              name: 'months',
              value: form.typed.months,
              classes: 'govuk-radios--inline',
              fieldset: { legend: { text: 'For how long does it count?' } },
              items: PROOF_MONTHS.map((value) => ({ value, text: `${value} months` })),
            },
          },
  }
}
