/** The one question, and what authors need to answer it: for the page, and for a council's own report template. */
export const GUIDANCE = {
  title: 'Impact check: our children in care and care leavers',
  question: 'How does this support our children in care and care leavers?',
  why: 'The council is their corporate parent: every department is, and partners who share the duty help. So the question comes with every paper, before anything is decided, as a parent would ask it at the table.',
  steps: [
    {
      title: 'Think of two people',
      words:
        'A child of nine who has moved twice this year and lives outside the county. Somebody of nineteen in a first flat, with no family to ring. What changes for each?',
    },
    {
      title: 'Say which it is',
      words:
        'It helps, it could harm, or it makes no difference. Cuts, moves of buildings, fares, opening times, lettings, licences, contracts and roads touch children in care more often than their authors expect.',
    },
    {
      title: 'Give the reason',
      words:
        'One or two sentences with something that can be checked. “Not applicable” is no reason. “No difference” is an answer where it is true: say why.',
    },
    {
      title: 'If it could harm',
      words:
        'Say who does what about it and by when. If nothing can be done, say that, so that those who decide know it.',
    },
    {
      title: 'Ask them',
      words:
        'Say how children and young people were asked. The participation officer helps, and two weeks are enough. If nobody was asked, say so.',
    },
    {
      title: 'Write it in plain words',
      words: 'Three sentences that a twelve-year-old can read. No name, no age and no story of one child.',
    },
  ],
  /** What stands in a report template, to be filled in. */
  template: [
    {
      title: 'What it does for children in care and care leavers',
      words: '[It helps / It could harm / It makes no difference]',
    },
    { title: 'In what way, or why not', words: '[One or two sentences]' },
    { title: 'Principles in law that it touches', words: '[Letters from the list]' },
    { title: 'What will be done about harm, by whom and when', words: '[Or: none expected, because …]' },
    { title: 'How children and young people were asked', words: '[Or: nobody was asked, because …]' },
    { title: 'Reviewed by', words: '[A corporate parenting lead, and the day]' },
  ],
} as const
