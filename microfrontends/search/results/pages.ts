/** Which page numbers are offered below a list of results. */
import { LAST_PAGE, PAGE_SIZE } from '../address/search-address.ts'

/** Pages of a result, at least 1 and as deep as the engine goes. */
export const pageCount = (total: number): number =>
  Math.min(Math.max(Math.ceil(total / PAGE_SIZE), 1), LAST_PAGE)

/** First, last and the neighbours of `page`, ascending; `null` stands where numbers are left out. */
export function pageWindow(page: number, pages: number): readonly (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages)
  const numbers = [...new Set(wanted)].sort((a, b) => a - b)
  return numbers.flatMap((one, i) => {
    const before = numbers[i - 1]
    if (before === undefined || one === before + 1) return [one]
    return one === before + 2 ? [before + 1, one] : [null, one]
  })
}
