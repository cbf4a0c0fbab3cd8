/** Who is invited, as written, and the directorate or partner they speak for where it is known. */
export interface Guest {
  invited: string
  directorate: string | null
}

/**
 * A line for each. "Director of Housing, Housing and Communities": what stands after the last comma is the directorate where
 * that name is on file; else it is whose commitments they answer for.
 */
export function readGuests(
  text: string,
  commitments: readonly { directorate: string | null; owners: readonly string[] }[],
): Guest[] {
  const names = new Map(
    commitments.flatMap(({ directorate }) => (directorate ? [[key(directorate), directorate]] : [])),
  )
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return [...new Set(lines)].map((line) => {
    const comma = line.lastIndexOf(',')
    const named = comma === -1 ? undefined : names.get(key(line.slice(comma + 1)))
    if (named !== undefined && comma > 0) return { invited: line.slice(0, comma).trim(), directorate: named }
    const owned = commitments.find(({ owners }) => owners.some((owner) => key(owner) === key(line)))
    return { invited: line, directorate: owned?.directorate ?? names.get(key(line)) ?? null }
  })
}

const key = (text: string) => text.trim().toLowerCase()
