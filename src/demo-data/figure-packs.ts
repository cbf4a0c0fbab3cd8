/** Packs of figures that Exampleshire has made: three that are out, one of them rounded, and one that waits for approval. */
export interface DemoFigurePack {
  title: string
  audience: 'board' | 'public' | 'partners' | 'foster care council'
  years: number
  measures: string[]
  words: string
  smallNumbers: 'hidden' | 'rounded'
  isOut: boolean
}

export const demoFigurePacks: DemoFigurePack[] = [
  {
    title: 'How we are doing: figures for the board',
    audience: 'board',
    years: 2,
    measures: ['M20', 'M25', 'M27', 'M23', 'M01', 'M12', 'M42', 'M112', 'M113'],
    words:
      'Children asked us to begin with how often they have to move, how far from home they live, and how many social workers they meet. So this pack does.\n\nHomes are the thing to ask about: more of them are outside our area than we would wish, and each one is somebody’s school, friends and family at a distance.',
    smallNumbers: 'hidden',
    isOut: true,
  },
  {
    title: 'How we are doing: for everybody',
    audience: 'public',
    years: 2,
    measures: ['M20', 'M25', 'M27', 'M23', 'M01'],
    words: 'These are the figures that children in our care asked us to publish first.',
    smallNumbers: 'hidden',
    isOut: true,
  },
  {
    title: 'Health and learning, for our partners',
    audience: 'partners',
    years: 0,
    measures: ['M51', 'M52', 'M53', 'M57', 'M90'],
    words: 'For the health board and the schools that work with us.',
    smallNumbers: 'hidden',
    isOut: false,
  },
  {
    title: 'Where children live, in round numbers',
    audience: 'foster care council',
    years: 0,
    measures: ['M12', 'M25'],
    words: 'For the wall at the foster carers’ evening. Every number is rounded, so that nobody can be recognised.',
    smallNumbers: 'rounded',
    isOut: true,
  },
]
