import { sayNumber } from './say-value.ts'

/** "1 child", "1,204 children". */
export function sayChildren(count: number): string {
  return count === 1 ? '1 child' : `${sayNumber(count)} children`
}
