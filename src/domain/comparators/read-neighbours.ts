/** One statistical neighbour of an authority: the first is the closest. Not mutual. */
export interface Neighbour {
  authority: string
  rank: number
  neighbour: string
  label: 'extremely close' | 'very close' | 'close' | 'somewhat close' | 'not close'
}

const LABELS = ['extremely close', 'very close', 'close', 'somewhat close', 'not close'] as const
const FIRST_CODE = /^(old_la_code|la num|la_num)$/i
const FIRST_NEIGHBOUR = /^SN_?1$/i

/** The wide list as it is published: by position from the first neighbour on, since one list repeats a heading ten times. */
export function readNeighbours(table: readonly string[][]): { neighbours: Neighbour[]; faults: string[] } {
  const header = (table[0] ?? []).map((name, at) => (at === 0 ? name.replace(/^\uFEFF/, '') : name).trim())
  const own = header.findIndex((name) => FIRST_CODE.test(name))
  const first = header.findIndex((name) => FIRST_NEIGHBOUR.test(name))
  if (own < 0 || first < 0)
    return {
      neighbours: [],
      faults: [
        'This is no list of statistical neighbours: it has no column for the authority’s code or its first neighbour.',
      ],
    }
  const faults: string[] = []
  const neighbours: Neighbour[] = []
  table.slice(1).forEach((row, index) => {
    const authority = (row[own] ?? '').trim()
    if (authority === '') return
    for (let rank = 1; rank <= 10; rank++) {
      const neighbour = (row[first + 2 * (rank - 1)] ?? '').trim()
      const said = (row[first + 2 * (rank - 1) + 1] ?? '').trim().toLowerCase()
      const label = LABELS.find((one) => one === said)
      if (!/^\d{3}$/.test(neighbour) || !label) {
        faults.push(`Row ${index + 2}: neighbour ${rank} of ${authority} is “${neighbour}”, “${said}”.`)
        continue
      }
      neighbours.push({ authority, rank, neighbour, label })
    }
  })
  return { neighbours, faults }
}
