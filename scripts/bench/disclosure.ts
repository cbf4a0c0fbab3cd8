import { audit } from '../../src/domain/disclosure/audit.ts'
import { buildPack, type PackSize } from '../../src/domain/disclosure/build-pack.ts'
import { type Highs, loadHighs } from '../../src/domain/disclosure/linear-model.ts'
import { protect } from '../../src/domain/disclosure/protect.ts'
import { type Figure, summarise } from './figure.ts'

const SECONDS = 20
/** Of a hundred packs, how many of each size; the two largest are few and dear. */
const SHARES: [PackSize, number][] = [
  ['S', 45],
  ['M', 45],
  ['L', 10],
]
const LARGEST: [PackSize, number][] = [
  ['X', 5],
  ['XL', 5],
]

/** Made-up packs made safe and attacked: what is open, what is hidden for nothing, and how long the least takes to prove. */
export async function benchDisclosure(packs: number): Promise<Figure[]> {
  const highs = await loadHighs()
  const usual = SHARES.map(([size, share]) =>
    measure(highs, size, Math.max(1, Math.round((packs * share) / 100)), SECONDS),
  )
  const large = LARGEST.flatMap(([size, count]) => [
    measure(highs, size, count, SECONDS),
    measure(highs, size, count, 2),
  ])
  return [...usual, ...large]
}

function measure(highs: Highs, size: PackSize, count: number, seconds: number): Figure {
  const now = () => performance.now() / 1000
  const taken: number[] = []
  const audits: number[] = []
  const gaps: number[] = []
  let [open, forNothing, proved, quickly] = [0, 0, 0, 0]
  for (let seed = 1; seed <= count; seed++) {
    const pack = buildPack(size, seed)
    const start = performance.now()
    const { pattern, weight, bound, outcome } = protect(pack, highs, { seconds, now })
    const solved = performance.now()
    const attack = audit(pack, pattern, highs)
    taken.push(solved - start)
    audits.push(performance.now() - solved)
    open += attack.open.length + (outcome === 'safe' ? 0 : 1)
    forNothing += attack.hiddenForNothing.length
    if (pattern.claims === 'optimal') proved += 1
    else gaps.push(weight / bound - 1)
    if (pattern.claims === 'optimal' && solved - start <= 2000) quickly += 1
  }
  const { median, p95 } = summarise(taken)
  const widest = gaps.length === 0 ? '' : `, the widest gap ${(100 * Math.max(...gaps)).toFixed(1)} %`
  return {
    what: `${count} made-up packs of size ${size} made safe, ${seconds} s each at most`,
    unit: 'ms',
    value: median,
    p95,
    limit: null,
    limitOf: 'p95',
    baseline: { what: 'the attack on the same packs', value: summarise(audits).median },
    note: `${open} open, ${forNothing} hidden for nothing; the least proved for ${proved} (${quickly} within 2 s)${widest}`,
  }
}
