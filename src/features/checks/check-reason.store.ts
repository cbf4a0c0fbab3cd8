import { sql } from 'kysely'
import type { Query } from '../../database/database.ts'
import { type Finding, fieldGroupOf } from '../../domain/checks/rule.ts'
import type { IsoDate } from '../../domain/shared/calendar-date.ts'

/** Why a finding is right as it is, in whose words. */
export interface CheckReason {
  words: string
  by: string
  as: string | null
  on: IsoDate
}

/** What ties a reason to its finding: where the record changes so that it says something else, the finding is open again. */
export function keyOf({ rule, childId, on, says }: Pick<Finding, 'rule' | 'childId' | 'on' | 'says'>): string {
  return [rule.id, childId, on, says].join('/')
}

/** The reasons that stand, by their finding, as far as the reader may see them. */
export async function listReasons(query: Query): Promise<Map<string, CheckReason>> {
  const { rows } = await sql<
    CheckReason & { ruleId: string; childId: string; factOn: IsoDate; says: string; isTakenBack: boolean }
  >`
    select distinct on (r.rule_id, r.child_id, r.fact_on, r.says) r.rule_id as "ruleId", r.child_id as "childId", r.fact_on as "factOn", r.says,
      r.words, r.is_taken_back as "isTakenBack", r.said_as as "as", r.said_on as "on", coalesce(n.name, 'a colleague') as by
    from check_reason r left join lateral kept.colleague_name(r.said_by) n on true where r.authority_id = (select authority())
    order by r.rule_id, r.child_id, r.fact_on, r.says, r.said_at desc`.execute(query)
  return new Map(
    rows
      .filter(({ isTakenBack }) => !isTakenBack)
      .map(({ ruleId, childId, factOn, says, words, by, as, on }) => [
        [ruleId, childId, factOn, says].join('/'),
        { words, by, as, on },
      ]),
  )
}

export async function addReason(
  query: Query,
  authorityId: number,
  finding: Finding,
  said: { words: string; as: string | null; isTakenBack: boolean },
): Promise<void> {
  await sql`insert into check_reason (authority_id, rule_id, child_id, field_group, fact_on, says, words, is_taken_back, said_as)
    values (${authorityId}, ${finding.rule.id}, ${finding.childId}, ${fieldGroupOf(finding.rule)}, ${finding.on}, ${finding.says},
      ${said.words}, ${said.isTakenBack}, ${said.as})`.execute(query)
}
