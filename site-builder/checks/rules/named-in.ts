/** Fields of blocks that name something which is kept elsewhere. */
import type { Checkable } from '../checkable.ts'
import type { Found } from '../finding.ts'

export interface Named extends Pick<Found, 'page' | 'block' | 'field'> {
  /** As it was written. */
  readonly name: string
}

/** What the blocks of a type name in a field, in the order of the pages; those that hold no text are left out. */
export function namedIn(pages: Checkable['pages'], type: string, field: string): readonly Named[] {
  return [...pages].flatMap(([page, { blocks }]) =>
    Object.entries(blocks).flatMap(([block, one]) => {
      const name = one.fields[field]
      return one.type === type && typeof name === 'string' ? [{ page, block, field, name }] : []
    }),
  )
}
