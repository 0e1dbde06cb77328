/** How something that was put over sites stands. */
import type { OverridePart } from '../operations.generated.ts'

export type OverrideState = 'now' | 'later' | 'over'

/** `now` in milliseconds: what is in force may begin later. */
export function stateOf(
  { inForce, from }: Pick<OverridePart, 'inForce' | 'from'>,
  now: number,
): OverrideState {
  if (!inForce) return 'over'
  return Date.parse(from) > now ? 'later' : 'now'
}
