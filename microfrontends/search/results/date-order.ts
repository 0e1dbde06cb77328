/** Orders by date: when they are offered, and what the page says they rest on. */
import { SORTS, type Sort } from '../address/search-address.ts'
import type { Dates } from '../operations.generated.ts'

export const isDateSort = (sort: Sort): boolean => sort === 'oldest' || sort === 'newest'

/** An order by date that orders nothing is not offered; one that an address asks for stays, or the list would lie. */
export function sortsOffered(chosen: Sort, dates: Dates): readonly Sort[] {
  return SORTS.filter((sort) => sort === chosen || dates.differ || !isDateSort(sort))
}

/** Message and number of each sentence, in order; empty when the order is not by date. */
export function orderSentences(sort: Sort, dates: Dates): readonly OrderSentence[] {
  if (!isDateSort(sort)) return []
  if (!dates.differ) return [{ key: 'order.same', n: 0 }]
  const { stated, byPeriod, undated } = dates
  const rests: OrderSentence =
    stated === 0
      ? { key: 'order.periods', n: byPeriod }
      : byPeriod === 0
        ? { key: 'order.years', n: stated }
        : { key: 'order.both', n: byPeriod }
  return undated === 0 ? [rests] : [rests, { key: 'order.undated', n: undated }]
}

export interface OrderSentence {
  readonly key: 'order.same' | 'order.periods' | 'order.years' | 'order.both' | 'order.undated'
  readonly n: number
}
