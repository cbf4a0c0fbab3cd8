import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'

export interface Door {
  name: string
  picture: string
}

/** Until a council's young people have named theirs. It says nothing of who comes here (rule 13). */
export const UNNAMED_DOOR: Door = { name: 'My place', picture: 'door' }

/** Rule 10: on real data the child's door stays shut until everybody behind it is named. */
export async function isDoorOpen(query: Query): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`select is_door_open() as open`.execute(query)
  return rows[0]!.open
}

/** Before anybody is signed in: what the door is called, and whether it is open. */
export async function readDoorOutside(query: Query, authorityId: number): Promise<Door & { isOpen: boolean }> {
  const { rows } = await sql<{
    name: string | null
    picture: string | null
    is_open: boolean
  }>`select name, picture, is_open
    from door_at_door(${authorityId})`.execute(query)
  const { name, picture, is_open: isOpen } = rows[0]!
  return { name: name ?? UNNAMED_DOOR.name, picture: picture ?? UNNAMED_DOOR.picture, isOpen }
}
