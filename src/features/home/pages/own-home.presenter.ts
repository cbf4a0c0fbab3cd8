import type { Wall } from '../../promises/index.ts'
import type { MyPerson } from '../home.store.ts'

const WHAT_THEY_DO: Record<string, string> = {
  social_worker: 'your social worker: makes sure your plan happens',
  iro: 'runs your review meetings and checks that people do what they said',
  personal_adviser: 'your adviser: helps with home, money and what comes next',
}

/** Short words, no counts, no scores, no table: one thing after another. */
export function presentOwnHome(name: string, people: MyPerson[], wall: Wall | null): Record<string, unknown> {
  return {
    hello: `Hello ${name.split(' ')[0]}!`,
    people: people.map((person) => ({ name: person.name, what: WHAT_THEY_DO[person.role] ?? '' })),
    promises: (wall?.promises ?? []).map(({ item }) => ({ title: item.title, words: item.words ?? '' })),
  }
}
