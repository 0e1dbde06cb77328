/** A reference to a record in the form of GB/T 7714-2015, sequential numeric style, for online resources. */

export interface Cited {
  readonly kind: string
  readonly title: string
  readonly creators: readonly { readonly name: string; readonly role: string }[]
}

export interface CitedFrom {
  /** Name of the portal, as the publisher of the online copy. */
  readonly publisher: string
  /** Full address of the record. */
  readonly address: string
  /** Day on which the reader consulted it. */
  readonly day: Date
}

/** Document type codes of GB/T 7714-2015, appendix B; `Z` is everything it has no code for. */
const CODES: Readonly<Record<string, string>> = {
  book: 'M',
  poem: 'M',
  periodical: 'J',
  government: 'EB',
  web: 'EB',
}

/** One line without a number. The standard names up to three creators, then `等`. */
export function gbt7714(record: Cited, from: CitedFrom): string {
  const code = Object.hasOwn(CODES, record.kind) ? CODES[record.kind] : 'Z'
  const named = record.creators.slice(0, 3).map(({ name }) => name)
  const creators = record.creators.length > 3 ? [...named, '等'] : named
  const who = creators.length > 0 ? `${creators.join(', ')}. ` : ''
  return `${who}${record.title}[${code}/OL]. ${from.publisher}[${isoDay(from.day)}]. ${from.address}.`
}

/** The reader's own calendar day, not that of Greenwich. */
function isoDay(day: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}
