/** Which page numbers are offered below a list. */

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
