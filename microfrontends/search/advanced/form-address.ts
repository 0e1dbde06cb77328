/** The advanced form and the address of the search that it asks for: one can be made of the other. */
import { LONGEST_BOX, searchAddress } from '@shuxiang/sdk/addresses'
import { emptyBoxForm, readBox, writeBox, type BoxForm } from '@shuxiang/sdk/box-form'
import { periods } from '@shuxiang/sdk/periods'
import { readAddress, type Filters, type RawQuery, type SearchAddress } from '../address/search-address.ts'

/** Facets whose values are ticked in the form, in its order; those that nothing has are not shown. */
export const TICKED = ['kind', 'form', 'length', 'language'] as const

/** No facet has such a name: what the form sends and what an address holds are never taken for each other. */
export const fieldName = (field: keyof BoxForm | 'from' | 'to'): string => `w-${field}`
/** Tells that the form was sent without scripts, and the search is wanted, not the form. */
export const SENT = 'w-sent'

const FIELDS = [
  ...(['any', 'title', 'creator', 'subject', 'body', 'phrase', 'some', 'none', 'rest'] as const),
] satisfies readonly (keyof BoxForm)[]
const ORDER: readonly string[] = periods.map(({ id }) => id)

export interface AdvancedForm {
  readonly box: BoxForm
  /** Ids of periods; empty: from or to any. */
  readonly from: string
  readonly to: string
  /** Values ticked. */
  readonly ticked: Filters
  /** Filters that the form has no field for; they go on with the search. */
  readonly kept: Filters
}

/** The form filled with the search of an address. */
export function readForm(raw: RawQuery): AdvancedForm {
  const { query, filters } = readAddress(raw)
  const { period = [] } = filters
  const range = rangeOf(period)
  const entries = Object.entries(filters)
  const isTicked = (name: string): boolean => TICKED.some((one) => one === name)
  return {
    box: readBox(query),
    ...(range ?? { from: '', to: '' }),
    ticked: Object.fromEntries(entries.filter(([name]) => isTicked(name))),
    kept: Object.fromEntries(
      entries.filter(([name]) => !isTicked(name) && (name !== 'period' || range === null)),
    ),
  }
}

/** Null for values that do not follow each other. */
function rangeOf(values: readonly string[]): Pick<AdvancedForm, 'from' | 'to'> | null {
  const places = values.map((value) => ORDER.indexOf(value)).sort((a, b) => a - b)
  const [first = 0] = places
  if (places.length === 0 || places.some((place, i) => place === -1 || place !== first + i)) return null
  const [from, to] = [first, first + places.length - 1]
  // From the first or to the last is the same as from or to any.
  return {
    from: from === 0 && to < ORDER.length - 1 ? '' : (ORDER[from] ?? ''),
    to: to === ORDER.length - 1 && from > 0 ? '' : (ORDER[to] ?? ''),
  }
}

/** The search that a form asks for, as it was sent; its other names are those of facets. */
export function searchOf(sent: RawQuery): SearchAddress {
  const text = (field: keyof BoxForm | 'from' | 'to'): string => {
    const name = fieldName(field)
    const [value] = Object.hasOwn(sent, name) ? [sent[name]].flat() : []
    return typeof value === 'string' ? value.slice(0, LONGEST_BOX * 4) : ''
  }
  const box: { -readonly [Field in keyof BoxForm]: string } = { ...emptyBoxForm }
  for (const field of FIELDS) box[field] = text(field)
  const chosen = periodsOf(text('from'), text('to'))
  const { filters } = readAddress(sent)
  return readAddress({
    ...filters,
    q: writeBox(box),
    ...(chosen.length > 0 ? { period: chosen } : {}),
  })
}

/** From one to the other, whichever was chosen first. */
function periodsOf(from: string, to: string): readonly string[] {
  const first = ORDER.indexOf(from)
  const last = ORDER.indexOf(to)
  if (first === -1 && last === -1) return []
  const begin = first === -1 ? 0 : first
  const end = last === -1 ? ORDER.length - 1 : last
  return ORDER.slice(Math.min(begin, end), Math.max(begin, end) + 1)
}

/** Where a form that was sent without scripts leads; null: it was not sent. */
export const wantedSearch = (raw: RawQuery): string | null =>
  Object.hasOwn(raw, SENT) ? searchAddress(searchOf(raw)) : null
