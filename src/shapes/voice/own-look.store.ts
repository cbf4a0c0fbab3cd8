import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import { type OwnLook, STARTING_LOOK } from '../../domain/own/look.ts'
import { type TextLevel, textLevel } from '../../domain/own/text-level.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'
import { type Door, UNNAMED_DOOR } from './door.store.ts'

/** All that a young person's pages need to be theirs. */
export interface YoungFrame extends OwnLook {
  door: Door
  level: TextLevel
}

/** For the young person who asks; what they never chose is as it starts. */
export async function readYoungFrame(query: Query, today: IsoDate): Promise<YoungFrame> {
  const { rows } = await sql<{
    name: string | null
    doorPicture: string | null
    picture: string | null
    palette: string | null
    isEasyRead: boolean | null
    isShort: boolean | null
    bornOn: IsoDate | null
  }>`select d.name, d.picture as "doorPicture", l.picture, l.palette, l.is_easy_read as "isEasyRead", l.is_short as "isShort", b.born as "bornOn"
    from (select 1) one
    left join door_setting d on d.authority_id = (select authority())
    left join own_look l on l.authority_id = (select authority()) and l.person_id = (select me())
    left join lateral (select e.starts_on as born from event e where e.authority_id = (select authority()) and e.child_id = (select me())
      and e.kind = 'characteristics' and not e.voids
      and not exists (select from event c where c.authority_id = e.authority_id and c.supersedes = e.id) limit 1) b on true`.execute(
    query,
  )
  const row = rows[0]!
  return {
    door: { name: row.name ?? UNNAMED_DOOR.name, picture: row.doorPicture ?? UNNAMED_DOOR.picture },
    level: textLevel(row.bornOn, today),
    picture: row.picture ?? STARTING_LOOK.picture,
    palette: (row.palette as OwnLook['palette'] | null) ?? STARTING_LOOK.palette,
    isEasyRead: row.isEasyRead ?? STARTING_LOOK.isEasyRead,
    isShort: row.isShort ?? STARTING_LOOK.isShort,
  }
}

/** Keeps how somebody likes their own pages. */
export async function keepOwnLook(query: Query, look: OwnLook): Promise<void> {
  await sql`insert into own_look (authority_id, person_id, picture, palette, is_easy_read, is_short)
    values ((select authority()), (select me()), ${look.picture}, ${look.palette}, ${look.isEasyRead}, ${look.isShort})
    on conflict (authority_id, person_id) do update set picture = excluded.picture, palette = excluded.palette,
      is_easy_read = excluded.is_easy_read, is_short = excluded.is_short`.execute(query)
}
