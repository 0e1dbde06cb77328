/** What the section keeps in its address: which code is shown, how far the list is, and what is open. */
import { consoleAddress } from '../frame/address.ts'

export interface CodesAddress {
  /** Only what waits; of all libraries that is what one comes for. */
  readonly waiting: boolean
  readonly after: string | null
  /** Id of the code whose text is open. */
  readonly open: string | null
  /** The form is open. */
  readonly write: boolean
}

const fits = (value: unknown, pattern: RegExp): string | null =>
  typeof value === 'string' && pattern.test(value) ? value : null

export function readCodes(
  { show, after, open, write }: Readonly<Record<string, unknown>>,
  library: string | null,
): CodesAddress {
  return {
    waiting: library === null ? show !== 'all' : show === 'waiting',
    after: fits(after, /^[\w+/=-]{1,500}$/),
    open: fits(open, /^[\w-]{1,100}$/),
    write: library !== null && write === 'code',
  }
}

export function codesAt(
  library: string | null,
  { waiting = library === null, after = null, open = null, write = false }: Partial<CodesAddress> = {},
): string {
  const show = waiting ? 'waiting' : 'all'
  return consoleAddress('codes', library, {
    show: waiting === (library === null) ? null : show,
    ...{ after, open, write: write ? 'code' : null },
  })
}
