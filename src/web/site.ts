import type { Config } from '../config.ts'
import type { Database } from '../database/database.ts'
import type { IsoDate } from '../domain/shared/calendar-date.ts'
import type { Council } from '../shapes/person/council.store.ts'

/** What every page is built from: made once, by hand, in `app.ts`. */
export interface Site {
  config: Config
  database: Database
  council: Council
  /** Fixes the day, for tests and demonstrations; the clock otherwise. */
  today?: IsoDate
  currentDay: () => IsoDate
  renderer: { render: (template: string, model: object) => string }
  isSecure: boolean
  asset: Record<string, string>
}

/** Whether anybody may read the public page here: a real council opens its own, a made-up one's always is. */
export function isPublicPageOpen({ council, config }: Pick<Site, 'council' | 'config'>): boolean {
  return council.isMadeUp || config.isPublicPageOpen
}
