/** Whether an address is the whole state of a page: read, written and read again it says the same. */

/** As vue-router gives a query: one value, several, or a name without a value. */
export type RawQuery = Readonly<Record<string, string | null | readonly (string | null)[] | undefined>>

export interface AddressCodec<State> {
  /** Any query gives a valid state. */
  read(raw: RawQuery): State
  /** Path with query. */
  write(state: State): string
}

/** The query of an address as vue-router reads it: repeated names become lists. */
export function rawQueryOf(address: string): RawQuery {
  const parameters = new URL(address, 'http://address.invalid').searchParams
  const raw: Record<string, string | string[]> = {}
  for (const name of new Set(parameters.keys())) {
    const [first = '', ...more] = parameters.getAll(name)
    raw[name] = more.length === 0 ? first : [first, ...more]
  }
  return raw
}

/** Queries that nobody means and every page gets: empty, repeated, enormous, broken, inherited, of another type. */
export function strangeQueries(names: readonly string[]): readonly RawQuery[] {
  const values = [
    '',
    ' ',
    '0',
    '-1',
    '1e9',
    '99999999999999999999',
    'constructor',
    '__proto__',
    '明月',
    'a b&c=d#e%zz',
    '"><script>alert(1)</script>',
    '\ud83c',
    '\udf19月',
    '月\u0000\n\t\u202e',
    '𠀀'.repeat(20_000),
    null,
    [],
    [null, '', '月', '月'],
    Array.from({ length: 500 }, (_, n) => `${n}`),
  ]
  const alone = names.flatMap((name) => values.map((value) => ({ [name]: value })))
  const together = values.map((value) => Object.fromEntries(names.map((name) => [name, value])))
  const inherited: RawQuery = Object.create(Object.fromEntries(names.map((name) => [name, 'inherited'])))
  return [{}, inherited, ...alone, ...together]
}

/** No address of ours is longer: some proxies refuse more. */
const LONGEST_ADDRESS = 16_000

/**
 * One line for each query whose state is not the same after it was written and read again, whose address is not the
 * same when written twice, or which gives an address that is no path of the portal or too long for proxies.
 */
export function addressFaults<State>(
  { read, write }: AddressCodec<State>,
  queries: readonly RawQuery[],
): string[] {
  return queries.flatMap((raw) => {
    const state = read(raw)
    const address = write(state)
    const again = read(rawQueryOf(address))
    const what = `${JSON.stringify(raw).slice(0, 80)} gives ${address.slice(0, 80)}`
    return [
      ...(JSON.stringify(again) === JSON.stringify(state) ? [] : [`${what}, which reads otherwise`]),
      ...(write(again) === address ? [] : [`${what}, which is written otherwise`]),
      ...(/^\/(?!\/)[\x21-\x7e]*$/.test(address) ? [] : [`${what}, which is no path`]),
      ...(address.length <= LONGEST_ADDRESS ? [] : [`${what}, which is ${address.length} long`]),
    ]
  })
}
