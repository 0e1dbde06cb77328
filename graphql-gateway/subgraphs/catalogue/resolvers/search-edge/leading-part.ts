// The chapter that a hit leads to.
import type { CatalogueHit, PartHit } from '../../search/port.ts'

/** Null when the work itself is what was looked for. */
export function leadingPart({ inside }: CatalogueHit): PartHit | null {
  return inside?.leads ? (inside.first[0] ?? null) : null
}
