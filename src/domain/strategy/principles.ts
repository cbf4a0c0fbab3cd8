/**
 * The seven corporate parenting principles: Children and Social Work Act 2017, section 1(1)(a) to (g). They hold for children in
 * care and, until they are 25, for care leavers (section 1(2) and (3)). In our own short words; the Act's stand behind the link.
 */
export interface LegalPrinciple {
  number: number
  /** As the Act letters it. */
  letter: string
  title: string
}

export const LEGAL_PRINCIPLES: readonly LegalPrinciple[] = [
  { number: 1, letter: 'a', title: 'Act in their best interests, and for their health in body and mind' },
  { number: 2, letter: 'b', title: 'Encourage them to say what they think, wish and feel' },
  { number: 3, letter: 'c', title: 'Take what they think, wish and feel into account' },
  { number: 4, letter: 'd', title: 'Help them reach services and make the best of them' },
  { number: 5, letter: 'e', title: 'Hope much for them, and try to get them the best' },
  {
    number: 6,
    letter: 'f',
    title: 'See that they are safe, and that home, relationships and school or work are stable',
  },
  { number: 7, letter: 'g', title: 'Prepare them for adult life and living independently' },
]

export const PRINCIPLES_SOURCE = {
  title: 'Children and Social Work Act 2017, section 1',
  href: 'https://www.legislation.gov.uk/ukpga/2017/16/section/1',
}

/** "(a) Act in their best interests …", in the Act's order, whatever the order given. */
export function sayPrinciples(numbers: readonly number[]): string[] {
  return LEGAL_PRINCIPLES.filter(({ number }) => numbers.includes(number)).map(
    ({ letter, title }) => `(${letter}) ${title}`,
  )
}
