import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type EventKindName, eventKinds } from '../../../domain/record/event-kinds.ts'
import { sayFact } from './say-fact.ts'

const none = { need: 'N1', provider: 'PR1', reasonEnded: null, reasonPlaceChanged: null }
const order = (orderDate: string | null, code = 'P2') => ({ order: code, authority: '999', orderDate })

const cases: [kind: EventKindName, data: Record<string, unknown>, says: string][] = [
  ['characteristics', { sex: 'F', ethnicity: 'WBRI', isMother: true }, 'Girl or woman; White British; a mother'],
  ['pupil_number', { upn: 'A123456789012' }, 'A123456789012'],
  [
    'episode',
    { ...none, reasonForNewEpisode: 'S', legalStatus: 'C2', placement: 'U6' },
    'Foster care; full care order; came into our care',
  ],
  [
    'episode',
    { ...none, reasonForNewEpisode: 'S', legalStatus: 'C2', placement: 'K2', reasonEnded: 'E4A' },
    'A children’s home; full care order; came into our care; left: went home, as planned',
  ],
  [
    'episode',
    {
      ...none,
      reasonForNewEpisode: 'P',
      legalStatus: 'C2',
      placement: 'K2',
      reasonEnded: 'X1',
      reasonPlaceChanged: 'CHILD',
    },
    'A children’s home; full care order; moved to new carers; moved on because: the child asked',
  ],
  ['placement_address', { homePostcode: 'ZZ1 1AA', placementPostcode: 'ZZ1 1AB', urn: null }, 'An address is held'],
  ['review', { participation: 'PN6' }, 'Was not there and sent their views'],
  ['social_worker', { worker: 'SW990001', reason: null }, 'Worker SW990001'],
  ['social_worker', { worker: 'SW990001', reason: 'LEFTRL' }, 'Worker SW990001; why: the worker left'],
  ['unaccompanied', {}, 'Came here without family'],
  [
    'health_year',
    { healthAssessment: true, teethCheck: false, immunisations: null, sdqScore: 0, sdqReason: null },
    'Health check yes; dentist no; immunised not known; strengths and difficulties 0',
  ],
  [
    'health_year',
    { healthAssessment: true, teethCheck: true, immunisations: true, sdqScore: null, sdqReason: 'SDQ5' },
    'Health check yes; dentist yes; immunised yes; no questionnaire: the child said no',
  ],
  ['conviction_year', { convicted: null }, 'Convicted or cautioned: not known'],
  [
    'leaving_care_year',
    { inTouch: 'YES', activity: 'F4', accommodation: 'U1' },
    'In touch: yes; an apprenticeship; their own place, suitable',
  ],
  [
    'adoption',
    { matchedOn: '2026-02-03', byFormerCarer: true, adopterSex: 'FF' },
    'Matched on 3 February 2026 with two women who fostered the child before',
  ],
  ['adoption', { matchedOn: '2026-02-03', byFormerCarer: null, adopterSex: null }, 'Matched on 3 February 2026'],
  ['adoption_decision', { reasonCeased: null }, 'Decided'],
  ['adoption_decision', { reasonCeased: 'RD3' }, 'Ended: nobody was found to adopt'],
  ['previous_permanence', order(null, 'Z1'), 'None'],
  ['previous_permanence', order('04/05/2020'), 'Special guardianship, ordered 4 May 2020'],
  ['previous_permanence', order('ZZ/05/2020'), 'Special guardianship, ordered May 2020'],
  ['previous_permanence', order('ZZ/ZZ/2021'), 'Special guardianship, ordered 2021'],
  ['previous_permanence', order('04/ZZ/2021'), 'Special guardianship, ordered 2021'],
  ['previous_permanence', order('31/02/2021'), 'Special guardianship, ordered 2021'],
  ['previous_permanence', order('ZZ/ZZ/ZZZZ'), 'Special guardianship, ordered on a day not known'],
  ['document_held', { paper: 'bank account' }, 'Bank account'],
  ['missing', { type: 'A' }, 'Away without permission'],
  ['document_held', { paper: 'passport' }, 'Passport'],
]
for (const [kind, data, says] of cases) {
  test(`${kind} reads “${says}”`, () => assert.equal(sayFact(kind, data), says))
}

test('every kind of fact has its sentence here', () => {
  assert.deepEqual([...new Set(cases.map(([kind]) => kind))].sort(), Object.keys(eventKinds).sort())
})
