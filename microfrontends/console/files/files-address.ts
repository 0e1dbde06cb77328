/** What the section keeps in its address: the file that is open, or which files are listed and how far. */
import { consoleAddress } from '../frame/address.ts'

export const kinds = ['PICTURE', 'DOCUMENT'] as const

export interface FilesAddress {
  /** Id of the one that is open. */
  readonly file: string | null
  readonly search: string | null
  readonly kind: (typeof kinds)[number] | null
  /** Those that were deleted. */
  readonly deleted: boolean
  readonly after: string | null
}

/** Characters that the graph takes. */
export const LONGEST_SEARCH = 60

const shape = (value: unknown, form: RegExp): string | null =>
  typeof value === 'string' && form.test(value) ? value : null

export function readFiles(query: Readonly<Record<string, unknown>>): FilesAddress {
  const { file, search, kind, deleted, after } = query
  return {
    file: shape(file, /^[\w-]{24}$/),
    search: typeof search === 'string' && search.isWellFormed() ? searchOf(search) : null,
    kind: kinds.find((each) => each === kind) ?? null,
    deleted: deleted === '1',
    after: shape(after, /^[\w+/=-]{1,500}$/),
  }
}

/** As it is asked for; null for nothing. */
export const searchOf = (typed: string): string | null =>
  [...typed.trim()].slice(0, LONGEST_SEARCH).join('').trim() || null

export function filesAt(library: string, address: Partial<FilesAddress> = {}): string {
  const { file = null, search = null, kind = null, deleted = false, after = null } = address
  return consoleAddress('files', library, { file, search, kind, deleted: deleted ? '1' : null, after })
}
