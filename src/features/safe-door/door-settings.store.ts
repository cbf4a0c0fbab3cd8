import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import type { ChainPlace } from '../../domain/voice/phone-chain.ts'

export interface DoorSettings {
  nightNumber: string | null
  safeguardingLeadId: string | null
  allegationsLeadId: string | null
  dpiaReference: string | null
}

export type ChainName = 'duty' | 'allegations'

export async function readDoorSettings(query: Query): Promise<DoorSettings> {
  const { rows } =
    await sql<DoorSettings>`select night_number as "nightNumber", safeguarding_lead_id as "safeguardingLeadId",
    allegations_lead_id as "allegationsLeadId", dpia_reference as "dpiaReference" from safe_door where authority_id = (select authority())`.execute(
      query,
    )
  return rows[0] ?? { nightNumber: null, safeguardingLeadId: null, allegationsLeadId: null, dpiaReference: null }
}

export async function keepDoorSettings(query: Query, given: DoorSettings): Promise<void> {
  await sql`insert into safe_door (authority_id, night_number, safeguarding_lead_id, allegations_lead_id, dpia_reference)
    values ((select authority()), ${given.nightNumber}, ${given.safeguardingLeadId}, ${given.allegationsLeadId}, ${given.dpiaReference})
    on conflict (authority_id) do update set night_number = excluded.night_number, safeguarding_lead_id = excluded.safeguarding_lead_id,
      allegations_lead_id = excluded.allegations_lead_id, dpia_reference = excluded.dpia_reference`.execute(query)
}

export async function readChain(query: Query, chain: ChainName): Promise<ChainPlace[]> {
  const { rows } = await sql<ChainPlace>`select position, name, number, minutes from phone_chain
    where authority_id = (select authority()) and chain = ${chain} and ended_at is null order by position`.execute(
    query,
  )
  return rows
}

/** The old chain ends and the new one begins. A place named exactly as one colleague is theirs: what is about them passes them by. */
export async function keepChain(query: Query, chain: ChainName, places: ChainPlace[]): Promise<void> {
  if (JSON.stringify(await readChain(query, chain)) === JSON.stringify(places)) return
  await sql`update phone_chain set ended_at = clock_timestamp()
    where authority_id = (select authority()) and chain = ${chain} and ended_at is null`.execute(query)
  await sql`insert into phone_chain (authority_id, chain, position, name, number, minutes, person_id)
    select (select authority()), ${chain}, r.position, r.name, r.number, r.minutes, (select min(p.id::text)::uuid from person p
      where p.authority_id = (select authority()) and p.kind = 'staff' and concat_ws(' ', p.given_name, p.family_name) = r.name having count(*) = 1)
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as r(position int, name text, number text, minutes int)`.execute(
    query,
  )
}

/** Colleagues who hold a role today, to choose the lead from. */
export async function listHolders(query: Query, role: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{
    id: string
    name: string
  }>`select person_id as id, name from role_holders(${role}) order by name`.execute(query)
  return rows
}
