import { nextSteps, type PackStep } from '../../../domain/figure-pack/pack-state.ts'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { TookTooLong } from '../../disclosure/index.ts'
import { type FigurePack, findPack, keepStep } from '../figure-pack.store.ts'
import { paths } from '../figure-packs.paths.ts'
import { FrozenMeanwhile, freezePack } from '../freeze-pack.command.ts'
import { showFigurePack } from './figure-pack.page.ts'
import { stateOf } from './figure-packs.page.ts'

const WORDS: Record<PackStep, { button: string; hint: string }> = {
  approved: { button: 'Approve it', hint: 'You have read it, and it may go out.' },
  published: { button: 'Publish it', hint: 'Whoever it is for can read it from then on.' },
  withdrawn: {
    button: 'Withdraw it',
    hint: 'It is no longer shown. What was out once stays known to the checks of later packs.',
  },
}

/** What this person may do with the pack now, as buttons. */
export function listActions(visit: Visit, pack: FigurePack) {
  const facts = { madeBy: pack.madeBy, isSafe: pack.isSafe, steps: pack.steps.map(({ step }) => step) }
  const steps = nextSteps(facts, { id: visit.actor.personId, mayApprove: visit.can('packs:write') })
  const isOpen = ['draft', 'cannot be published'].includes(stateOf(pack))
  return [
    ...(isOpen && visit.can('true figures:write')
      ? [
          {
            action: paths.checkPack(pack.id),
            button: 'Check the whole pack',
            hint: 'If it is safe it is frozen: its words and numbers then never change.',
            asksReason: false,
          },
        ]
      : []),
    ...steps.map((step) => ({ action: paths.step(pack.id, step), ...WORDS[step], asksReason: step === 'withdrawn' })),
  ]
}

export async function submitCheck(visit: Visit): Promise<Answer> {
  const pack = await readPack(visit)
  if (pack === null || !['draft', 'cannot be published'].includes(stateOf(pack))) return notFound
  try {
    const outcome = await freezePack(visit, pack)
    await trace(visit, 'figure pack checked', { pack: pack.id, outcome })
  } catch (error) {
    if (error instanceof TookTooLong)
      return showFigurePack(visit, [
        'No safe pattern was found in the time given. Choose fewer figures, or try again when the computer is less busy.',
      ])
    if (error instanceof FrozenMeanwhile)
      return showFigurePack(visit, ['Another pack was frozen at the same time. Check this one again.'])
    throw error
  }
  return { redirect: paths.pack(pack.id) }
}

export async function submitApproval(visit: Visit): Promise<Answer> {
  return take(visit, 'approved', null)
}

export async function submitPublication(visit: Visit): Promise<Answer> {
  return take(visit, 'published', null)
}

export async function submitWithdrawal(visit: Visit): Promise<Answer> {
  const reason = (visit.form.reason ?? '').trim()
  if (reason === '') return showFigurePack(visit, ['Say why it is withdrawn.'])
  return take(visit, 'withdrawn', reason)
}

async function take(visit: Visit, step: PackStep, reason: string | null): Promise<Answer> {
  const pack = await readPack(visit)
  if (pack === null) return notFound
  const facts = { madeBy: pack.madeBy, isSafe: pack.isSafe, steps: pack.steps.map((one) => one.step) }
  if (!nextSteps(facts, { id: visit.actor.personId, mayApprove: visit.can('packs:write') }).includes(step))
    return notFound
  await visit.database.as(visit.actor, async (query) => {
    await keepStep(query, visit.actor, pack.id, step, reason)
    await recordTrace(query, visit.actor, { event: `figure pack ${step}`, detail: { pack: pack.id } })
  })
  return { redirect: paths.pack(pack.id) }
}

async function readPack(visit: Visit): Promise<FigurePack | null> {
  return visit.database.as(visit.actor, (query) => findPack(query, visit.params.id ?? ''))
}

async function trace(visit: Visit, event: string, detail: Record<string, unknown>): Promise<void> {
  await visit.database.as(visit.actor, (query) => recordTrace(query, visit.actor, { event, detail }))
}
