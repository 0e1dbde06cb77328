/** Where a library lies, from the province down. */
import type { FullLibrary, Place } from '../operations.generated.ts'

export function wayTo({ region }: FullLibrary): readonly Place[] {
  return [region?.parent?.parent, region?.parent, region].flatMap((one) => (one ? [one] : []))
}
