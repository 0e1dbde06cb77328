/** How rules say where something is. */
import type { Found } from '../finding.ts'
import type { WrittenIn } from '../texts.ts'

/** The block as findings have it; nothing when it is not known. */
export const blockIn = (block: string | null): { readonly block?: string } =>
  block === null ? {} : { block }

/** The place of what somebody wrote. */
export const placeOf = ({ page, block, field }: WrittenIn): Pick<Found, 'page' | 'block' | 'field'> => ({
  page,
  ...(block !== undefined && { block }),
  field,
})
