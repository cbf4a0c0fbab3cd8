import { randomUUID } from 'node:crypto'
import { recordTrace } from '../../../shapes/person/access-trace.store.ts'
import { listMissing, sendNotSafe } from '../../../shapes/voice/safe-door.store.ts'
import type { Answer, Visit } from '../../../web/route.ts'
import { type DoorForm, readDoorForm, writeChainLines } from '../door-settings.form.ts'
import { keepChain, keepDoorSettings, listHolders, readChain, readDoorSettings } from '../door-settings.store.ts'
import { senderWord } from '../sender-word.ts'
import { presentDoor } from './door.presenter.ts'

export async function showDoor(visit: Visit): Promise<Answer> {
  return show(visit, [])
}

export async function submitDoor(visit: Visit): Promise<Answer> {
  const errors = await visit.database.as(visit.actor, async (query): Promise<DoorForm['errors']> => {
    const ids = async (role: string) => (await listHolders(query, role)).map(({ id }) => id)
    const given = readDoorForm(visit.form, {
      safeguarding: await ids('safeguarding_lead'),
      allegations: await ids('allegations_lead'),
    })
    if (given.errors.length > 0) return given.errors
    await keepDoorSettings(query, given.settings)
    await keepChain(query, 'duty', given.duty)
    await keepChain(query, 'allegations', given.allegations)
    await recordTrace(query, visit.actor, { event: 'safe door set' })
    return []
  })
  return errors.length > 0 ? show(visit, errors) : { redirect: '/door' }
}

/** It goes the way of every message; answered when somebody on duty has written what was done. */
export async function submitTest(visit: Visit): Promise<Answer> {
  const id = randomUUID()
  await visit.database.as(visit.actor, (query) => recordTrace(query, visit.actor, { event: 'test message sent' }))
  await visit.database.atDoor((query) =>
    sendNotSafe(query, visit.actor.authorityId, {
      id,
      childId: null,
      name: visit.person.name,
      words: 'This is a test. Please open it and write down what you would do.',
      reach: null,
      isAboutAdult: false,
      adultId: null,
      adultWords: null,
      word: senderWord(id),
      isOneOfMany: false,
      isTest: true,
    }),
  )
  return { redirect: '/duty' }
}

async function show(visit: Visit, errors: DoorForm['errors']): Promise<Answer> {
  return visit.database.as(visit.actor, async (query) => {
    const settings = await readDoorSettings(query)
    const isTyped = errors.length > 0
    const model = presentDoor({
      isMadeUp: visit.council.isMadeUp,
      missing: await listMissing(query, visit.actor.authorityId),
      safeguarding: await listHolders(query, 'safeguarding_lead'),
      allegations: await listHolders(query, 'allegations_lead'),
      errors,
      values: isTyped
        ? visit.form
        : {
            nightNumber: settings.nightNumber ?? '',
            dpia: settings.dpiaReference ?? '',
            safeguardingLead: settings.safeguardingLeadId ?? '',
            allegationsLead: settings.allegationsLeadId ?? '',
            duty: writeChainLines(await readChain(query, 'duty')),
            allegations: writeChainLines(await readChain(query, 'allegations')),
          },
    })
    return {
      template: 'features/safe-door/pages/door.njk',
      title: 'The safe door',
      status: isTyped ? 422 : 200,
      page: {
        isNarrow: true,
        ...(isTyped ? { errors: errors.map(({ field, text }) => ({ text, href: `#${field}` })) } : {}),
      },
      model,
    }
  })
}
