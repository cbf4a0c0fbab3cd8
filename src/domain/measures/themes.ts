/** What measures are about, in the order shown. */
export const THEMES = [
  { id: 'in care', title: 'Children in our care' },
  { id: 'homes', title: 'Where they live, and how settled' },
  { id: 'heard', title: 'Plans, and being heard' },
  { id: 'health', title: 'Health' },
  { id: 'learning', title: 'Learning' },
  { id: 'safe', title: 'Safe' },
  { id: 'permanence', title: 'A family for good' },
  { id: 'after care', title: 'After care' },
  { id: 'council', title: 'The council itself' },
] as const

export type Theme = (typeof THEMES)[number]['id']
