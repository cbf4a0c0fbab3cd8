import { type IsoDate, sayDate } from '../../../domain/shared/calendar-date.ts'
import { type Figures, presentFigure } from '../../performance/index.ts'
import { presentWall, type Wall } from '../../promises/index.ts'

/** Children asked for these: they come first (rule 40). */
const FIRST_FIGURES = ['M20', 'M25', 'M27', 'M23']

/** The board's first screen: the wall, then the figures children asked for. Safe for anybody. */
export function presentBoardHome(wall: Wall | null, figures: Figures, today: IsoDate): Record<string, unknown> {
  const shown = wall === null ? null : presentWall(wall, today)
  const asked = FIRST_FIGURES.map((id) =>
    presentFigure(figures.results.find((result) => result.id === id)!, false),
  ).filter((figure) => figure.cannotCompute === '')
  return {
    sentence: shown?.sentence ?? 'No promises have been entered yet.',
    wall: shown,
    asAt: `as at ${sayDate(today)}`,
    figures: asked,
  }
}
