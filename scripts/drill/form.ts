import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { startKeptServer } from '../../test/kit/command.ts'
import { Reader } from '../bench/reader.ts'
import { count, type Drilled, pickMoment, reopen } from './council.ts'

interface Review {
  child_id: string
  event_id: string
  starts_on: string
  participation: string
  person_id: string
}

/** Kills the server while a form is sent. A correction that the browser was told of is there. */
export async function drillForm(data: string, times: number): Promise<Drilled> {
  const drilled: Drilled = { name: 'kill -9 in the middle of a form', times, broken: 0, faults: [] }
  for (let turn = 1; turn <= times; turn += 1) {
    const review = await findReview(data)
    const why = `drill ${process.pid} ${turn}`
    const isAcknowledged = await sendAndKill(data, review, why, pickMoment(turn, 40))
    if (!isAcknowledged) drilled.broken += 1
    const faults = await reopen(data, async (opened, found) => {
      const kept = await count(
        opened,
        (authority) => sql`select count(*) from event where authority_id = ${authority} and reason = ${why}`,
      )
      if (isAcknowledged && kept !== 1) found.push('an acknowledged correction is not there')
      if (kept > 1) found.push(`one correction is there ${kept} times`)
    })
    drilled.faults.push(...faults.map((fault) => `turn ${turn}: ${fault}`))
  }
  return drilled
}

async function sendAndKill(data: string, review: Review, why: string, moment: number): Promise<boolean> {
  const server = await startKeptServer(data)
  const reader = await new Reader(server.address).signIn(review.person_id)
  const path = `/children/${review.child_id}/events/${review.event_id}/correct`
  const { status, text } = await reader.read(path)
  const word = /name="_csrf" value="([^"]+)"/.exec(text)?.[1]
  if (status !== 200 || word === undefined) {
    await server.kill()
    throw new Error(`The drill could not open the form of a correction (${status}).`)
  }
  const participation = review.participation === 'PN1' ? 'PN3' : 'PN1'
  const typed = { was: 'otherwise', startsOn: review.starts_on, endsOn: '', participation, why }
  const sent = reader.send(path, { _csrf: word, ...typed }).then(
    (answer) => answer.status,
    () => 0,
  )
  await wait(moment)
  await server.kill()
  const answered = await sent
  reader.close()
  if (answered !== 0 && answered !== 303) throw new Error(`The form of a correction was refused (${answered}).`)
  return answered === 303
}

/** A review of one of the children of the social worker whom the picker offers. */
async function findReview(data: string): Promise<Review> {
  let review: Review | undefined
  const faults = await reopen(data, async ({ database }) => {
    review = await database.asOwner(async (query) => {
      const { rows } =
        await sql<Review>`select r.child_id, r.id as event_id, r.starts_on, r.data->>'participation' as participation, e.person_id
        from picker_entry e join role_held h on h.person_id = e.person_id and h.role = 'social_worker'
          join relationship t on t.person_id = e.person_id and t.role = 'social_worker' and t.ends_on is null
          join person p on p.id = t.child_id and not p.is_restricted
          join event r on r.child_id = t.child_id and r.kind = 'review' and not r.voids
            and not exists (select from event c where c.supersedes = r.id)
        order by r.starts_on desc, r.id limit 1`.execute(query)
      return rows[0]
    })
  })
  if (review === undefined) throw new Error(`The drill found no review to put right. ${faults.join('; ')}`)
  return review
}
