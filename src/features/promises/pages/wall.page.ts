import type { Answer, Visit } from '../../../web/route.ts'
import { readWall } from '../read-wall.ts'
import { presentWall } from './wall.presenter.ts'

export async function showWall(visit: Visit): Promise<Answer> {
  const wall = await readWall(visit)
  const model = wall === null ? null : presentWall(wall, visit.today)
  return {
    template: 'features/promises/pages/wall.njk',
    title: 'Our promises',
    model: { wall: model, canSeePlan: visit.can('plan:read'), canTakeIn: visit.can('plan:write') },
    page:
      visit.query.done === 'taken'
        ? { notice: { isSuccess: true, text: 'The promises are taken in, as written.' } }
        : {},
  }
}
