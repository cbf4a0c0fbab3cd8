/** Which lane of `npm test` a test file belongs to; every test file is in exactly one. */
export type TestLane = 'pure' | 'pages' | 'journeys'

/** Pure tests share one process, because they touch nothing; the others get one each. */
const PURE = ['src/domain/', 'src/demo-data/', 'test/policing/']

export function laneOf(path: string): TestLane {
  if (path.startsWith('test/journeys/')) return 'journeys'
  return PURE.some((folder) => path.startsWith(folder)) ? 'pure' : 'pages'
}
