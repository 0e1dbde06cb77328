/** How many pages a result has. */
import { LAST_PAGE, PAGE_SIZE } from '../address/search-address.ts'

/** Pages of a result, at least 1 and as deep as the engine goes. */
export const pageCount = (total: number): number =>
  Math.min(Math.max(Math.ceil(total / PAGE_SIZE), 1), LAST_PAGE)

/** Results beyond the last page exist and cannot be paged to. */
export const LAST_RESULT = LAST_PAGE * PAGE_SIZE
