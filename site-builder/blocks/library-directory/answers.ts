/** What the queries of `library-directory` answer, as its parts take it. */
import type { LibraryRegionData, LibraryRegionsData } from '../operations.generated.ts'

export type Nation = LibraryRegionsData
/** An answer in which there is a region. */
export type OneRegion = LibraryRegionData & { readonly region: NonNullable<LibraryRegionData['region']> }

/** The region that was asked for, unless there is none. */
export function oneRegion(answer: LibraryRegionData | null): OneRegion | null {
  return answer?.region ? { ...answer, region: answer.region } : null
}
