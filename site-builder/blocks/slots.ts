/** Where a block may stand. */
import type { BlockType } from './contract.ts'

/** Whether a block of that type may stand in a slot; null is the page itself, where every block may. */
export function mayStandIn(
  type: BlockType,
  around: { readonly type: BlockType; readonly slot: string } | null,
): boolean {
  if (around === null) return true
  const slot = around.type.slots[around.slot]
  if (!slot || type.topmost) return false
  const { groups, types } = slot.allow
  return (groups?.includes(type.group) ?? false) || (types?.includes(type.type) ?? false)
}
