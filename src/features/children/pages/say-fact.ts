import { sayCode } from '../../../domain/record/code-words.ts'
import type { EventKindName, Payload } from '../../../domain/record/event-kinds.ts'
import { isIsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'

type Says = { [K in EventKindName]: (data: Payload<K>) => string }

const yesNo = (value: boolean | null) => (value === null ? 'not known' : value ? 'yes' : 'no')

/** One fact in a sentence, for the timeline. Where a home is says nothing here: rule 16 keeps it apart. */
const says: Says = {
  characteristics: (data) =>
    `${capital(sayCode('sex', data.sex))}; ${sayCode('ethnicity', data.ethnicity)}${data.isMother ? '; a mother' : ''}`,
  pupil_number: (data) => data.upn,
  episode: (data) =>
    [
      capital(sayCode('placement', data.placement)),
      sayCode('legalStatus', data.legalStatus),
      sayCode('reasonForNewEpisode', data.reasonForNewEpisode),
      data.reasonEnded && data.reasonEnded !== 'X1' ? `left: ${sayCode('reasonEnded', data.reasonEnded)}` : null,
      data.reasonPlaceChanged ? `moved on because: ${sayCode('reasonPlaceChanged', data.reasonPlaceChanged)}` : null,
    ]
      .filter(Boolean)
      .join('; '),
  placement_address: () => 'An address is held',
  review: (data) => capital(sayCode('participation', data.participation)),
  social_worker: (data) =>
    `Worker ${data.worker}${data.reason ? `; why: ${sayCode('workerReason', data.reason)}` : ''}`,
  unaccompanied: () => 'Came here without family',
  health_year: (data) =>
    `Health check ${yesNo(data.healthAssessment)}; dentist ${yesNo(data.teethCheck)}; immunised ${yesNo(data.immunisations)}${data.sdqScore === null ? (data.sdqReason ? `; no questionnaire: ${sayCode('sdqReason', data.sdqReason)}` : '') : `; strengths and difficulties ${data.sdqScore}`}`,
  conviction_year: (data) => `Convicted or cautioned: ${yesNo(data.convicted)}`,
  leaving_care_year: (data) =>
    `In touch: ${sayCode('inTouch', data.inTouch)}; ${sayCode('activity', data.activity)}; ${sayCode('accommodation', data.accommodation)}`,
  adoption: (data) =>
    [
      `Matched on ${sayDate(data.matchedOn)}`,
      data.adopterSex === null ? null : `with ${sayCode('adopterSex', data.adopterSex)}`,
      data.byFormerCarer === true ? 'who fostered the child before' : null,
    ]
      .filter(Boolean)
      .join(' '),
  adoption_decision: (data) =>
    data.reasonCeased ? `Ended: ${sayCode('reasonPlacedCeased', data.reasonCeased)}` : 'Decided',
  previous_permanence: (data) =>
    `${capital(sayCode('previousPermanence', data.order))}${data.orderDate === null ? '' : `, ordered ${sayPartDate(data.orderDate)}`}`,
  document_held: (data) => capital(data.paper),
  missing: (data) => capital(sayCode('missing', data.type)),
}

export function sayFact(kind: EventKindName, data: Record<string, unknown>): string {
  return (says[kind] as (data: unknown) => string)(data)
}

/** The day of an earlier order, of which parts may be unknown (ZZ): "4 May 2020", "May 2020", "2021". */
function sayPartDate(written: string): string {
  const [day = '', month = '', year = ''] = written.split('/')
  if (!/^\d{4}$/.test(year)) return 'on a day not known'
  const isDayKnown = /^\d\d$/.test(day)
  const date = `${year}-${month}-${isDayKnown ? day : '01'}`
  if (!isIsoDate(date)) return year
  return isDayKnown ? sayDate(date) : sayDate(date).replace('1 ', '')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
