import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { endJoin, findProgress, joinProgress } from '../../../shapes/plan/loose-progress.store.ts'
import { type Answer, notFound, type Visit } from '../../../web/route.ts'
import { listCommitments } from '../commitment.store.ts'
import { commitmentPaths } from '../commitments.paths.ts'
import { presentOneProgress } from './one-progress.presenter.ts'

export async function showOneProgress(visit: Visit): Promise<Answer> {
  return show(visit, '')
}

/** One form: which commitment it answers. Who says so, and when, stands beside it. */
export async function submitJoin(visit: Visit): Promise<Answer> {
  const progressId = visit.params.id ?? ''
  const item = visit.form.item ?? ''
  const found = await visit.database.as(visit.actor, async (query) => ({
    isThere: (await findProgress(query, progressId)) !== null,
    isOurs: (await listCommitments(query)).some(({ id }) => id === item),
  }))
  if (!found.isThere) return notFound
  if (!found.isOurs) return show(visit, 'Choose the commitment that it answers.')
  const isJoined = await visit.database.as(visit.actor, async (query) => {
    const done = await joinProgress(query, visit.actor, progressId, item)
    if (done)
      await recordTrace(query, visit.actor, { event: 'progress joined', detail: { progress: progressId, item } })
    return done
  })
  return isJoined
    ? { redirect: `${commitmentPaths.oneProgress(progressId)}?done=joined` }
    : show(visit, 'Somebody has joined it since you opened this page. It stands below.')
}

export async function submitEndJoin(visit: Visit): Promise<Answer> {
  const progressId = visit.params.id ?? ''
  const isThere = await visit.database.as(visit.actor, async (query) => {
    if ((await findProgress(query, progressId)) === null) return false
    await endJoin(query, visit.actor, progressId)
    await recordTrace(query, visit.actor, { event: 'progress join ended', detail: { progress: progressId } })
    return true
  })
  return isThere ? { redirect: `${commitmentPaths.oneProgress(progressId)}?done=ended` } : notFound
}

async function show(visit: Visit, error: string): Promise<Answer> {
  const { progress, commitments } = await visit.database.as(visit.actor, async (query) => ({
    progress: await findProgress(query, visit.params.id ?? ''),
    commitments: visit.can('plan:write') ? await listCommitments(query) : [],
  }))
  if (progress === null) return notFound
  return {
    template: 'features/commitments/pages/one-progress.njk',
    title: 'Progress without its commitment',
    status: error === '' ? 200 : 422,
    model: presentOneProgress(progress, commitments, {
      canKeep: visit.can('plan:write'),
      chosen: visit.form.item ?? '',
      error,
    }),
    page: {
      back: { href: commitmentPaths.progress(), text: 'Progress without its commitment' },
      isNarrow: true,
      ...(error === '' ? {} : { errors: [{ text: error, href: '#item' }] }),
      ...(error === '' && visit.query.done
        ? {
            notice: {
              isSuccess: true,
              text:
                visit.query.done === 'joined'
                  ? 'Joined. It stands among what was said about the commitment.'
                  : 'Ended. It answers no commitment on file again, and the join stays to be read.',
            },
          }
        : {}),
    },
  }
}
