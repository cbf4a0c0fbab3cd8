import { addMonths, type IsoDate } from '../domain/shared/calendar-date.ts'

/** The pledge of the made-up council before the one that holds: fewer promises, and more about the council than about the child. */
export interface DemoFirstPledge {
  title: string
  version: string
  agreedOn: IsoDate
  /** What the next version says of the change. */
  whyChanged: string
  promises: { title: string; words: string; party: 'we' | 'you' | 'together'; became: string | null }[]
}

export function makeFirstPledge(today: IsoDate): DemoFirstPledge {
  return {
    title: 'Our promises to you',
    version: '1',
    agreedOn: addMonths(today, -33),
    whyChanged:
      'Young people went through the first promises line by line. Those that spoke of “support” and said nothing you could check were written anew, what was missing came in, and one was taken out, because nobody could remember what it was for.',
    promises: [
      {
        title: 'A home that lasts',
        words: 'We will look hard for the right home for you, and try not to move you.',
        party: 'we',
        became: 'A home that lasts',
      },
      {
        title: 'Close to what you know',
        words:
          'We will find you a home close enough to keep your school, your friends and the people you love. If it has to be further, we will tell you why and get you there to see them.',
        party: 'we',
        became: 'Close to what you know',
      },
      {
        title: 'A worker who stays',
        words: 'We will support you with a social worker who knows you.',
        party: 'we',
        became: 'A worker who stays',
      },
      {
        title: 'Your meeting, your way',
        words: 'We will invite you to your meetings and support you to take part.',
        party: 'we',
        became: 'Your meeting, your way',
      },
      {
        title: 'Well in body and mind',
        words: 'If you are worried, sad or cannot sleep, you see someone who knows how to help. The dentist too.',
        party: 'we',
        became: 'Well in body and mind',
      },
      {
        title: 'Brothers and sisters',
        words: 'We will keep you together where we can.',
        party: 'we',
        became: 'Brothers and sisters',
      },
      {
        title: 'A good place of your own',
        words: 'We will support you to find somewhere to live when you leave care.',
        party: 'we',
        became: 'A good place of your own',
      },
      {
        title: 'Work or learning you like',
        words: 'We will support you into education, employment or training.',
        party: 'we',
        became: 'Work or learning you like',
      },
      {
        title: 'Partnership',
        words: 'We will work in partnership with everyone around you.',
        party: 'we',
        became: null,
      },
      {
        title: 'Kind words',
        words: 'We will use respectful language.',
        party: 'we',
        became: 'Kind words',
      },
      {
        title: 'Things to look forward to',
        words:
          'Together we plan the trips, the summer party and the awards night, and nobody is left out because of money.',
        party: 'together',
        became: 'Things to look forward to',
      },
    ],
  }
}
