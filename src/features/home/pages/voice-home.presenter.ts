import { sayMeetingDay } from '../../../domain/governance/say-meeting-day.ts'
import type { IsoDate } from '../../../domain/shared/calendar-date.ts'
import type { Theme } from '../../../shapes/voice/theme.store.ts'
import { type BoardHome, presentChallengeRow } from '../../governance/index.ts'
import { presentAnswer, presentThemes, themePaths } from '../../themes/index.ts'
import type { OfficeHome } from './office-home.presenter.ts'

/** Whoever helps young people be heard together: whom an answer has not reached, what has none, and their item at the next meeting. */
export function presentVoiceHome(
  { themes, board, purpose }: { themes: Theme[]; board: BoardHome; purpose: string },
  today: IsoDate,
): OfficeHome {
  const untold = themes.flatMap((theme) =>
    theme.answers.flatMap((answer) => {
      const { tell, told } = presentAnswer(answer, theme.moreThan, true)
      const next = tell === null ? undefined : told.find(({ isTold }) => !isTold)
      return next
        ? [
            {
              text: theme.title,
              href: themePaths.theme(theme.id),
              note: 'an answer is there, and is told in order',
              pill: { state: 'on-the-way', text: `tell ${next.name}` },
            },
          ]
        : []
    }),
  )
  const shown = presentThemes(themes, '')
  const late = board.challenges.filter(({ state }) => state === 'late')
  return {
    sentence: shown.sentence,
    waiting: [...untold, ...shown.waiting, ...late.map((challenge) => presentChallengeRow(challenge, today))],
    ways: [
      {
        text: 'Begin a theme',
        href: themePaths.begin(),
        note: 'several children say the same, and want the board to hear it',
      },
      {
        text: 'What children say',
        href: themePaths.themes(),
        note: 'every theme, with its count above five and its answers',
      },
      { text: 'Challenges', href: '/challenges', note: 'what young people asked, and whether it was answered' },
    ],
    aside: presentItem(board, today),
    purpose,
  }
}

/** Young people's own item of the next meeting: the first one, always. */
function presentItem({ next }: BoardHome, today: IsoDate): OfficeHome['aside'] {
  const item = next?.items.find(({ isYoungPeoples }) => isYoungPeoples)
  if (!next || !item) return null
  return {
    title: 'Young people’s item',
    text: `First at the meeting of ${sayMeetingDay(next.meeting.day, today)}.`,
    rows: [
      {
        text: item.title ?? 'Nothing yet: the agenda waits for it',
        href: `/meetings/${next.meeting.id}`,
        note: item.broughtBy ? `brought by ${item.broughtBy}` : '',
      },
    ],
  }
}
