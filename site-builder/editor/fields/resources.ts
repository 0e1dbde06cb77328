/** Records of a shelf as they are stored, as far as the panel shows them. Pure. */
import type { Resources } from '@shuxiang/site-blocks'
import type { Json } from '@shuxiang/site-model'

/** What was stored went through the block's own schema when it was written; the kind alone is told apart here. */
export function readResources(value: Json | undefined): Resources | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const source: unknown = value
  return isResources(source) ? source : null
}

function isResources(value: unknown): value is Resources {
  if (typeof value !== 'object' || value === null || !('from' in value)) return false
  if (value.from === 'picked') return 'items' in value && Array.isArray(value.items)
  return value.from === 'query' && 'filter' in value && Array.isArray(value.filter)
}
