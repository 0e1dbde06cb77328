/** Where a reader was before leaving to sign in: address, scroll, and what was typed. Kept in the tab, used once. */
import { safeReturnPath } from '@shuxiang/sdk/return-path'
import { PLACE, SIGN_IN_OF, kept } from './kept.ts'
import { readTyped, writeTyped, type Typed } from './typed.ts'

export interface Place {
  /** Path, query and fragment. */
  readonly to: string
  readonly top: number
  readonly typed: readonly Typed[]
}

/** A sign-in that takes longer was given up, milliseconds: what was typed is not kept for whoever comes next. */
const KEPT_FOR = 3_600_000
/** How long fields are awaited that come with their page's data, milliseconds. */
const AWAIT_FIELDS = 10_000

/** A path of ours to return to; those of signing in itself would lead in circles. */
export function returnPath(given: string | null | undefined): string {
  const path = safeReturnPath(given)
  return path === '/auth' || path.startsWith('/auth/') ? '/' : path
}

/** The place where the reader is, or `to` from an address that is only the way to sign in. */
export function keepPlace(window: Window, staff: boolean, to?: string): void {
  const { document, location, sessionStorage, scrollY } = window
  const here = `${location.pathname}${location.search}${location.hash}`
  const place: Place =
    to === undefined
      ? { to: here, top: scrollY, typed: readTyped(document) }
      : { to: returnPath(to), top: 0, typed: [] }
  sessionStorage.setItem(SIGN_IN_OF, staff ? 'staff' : 'reader')
  sessionStorage.setItem(PLACE, JSON.stringify({ ...place, at: Date.now() }))
}

/** The place kept, without taking it. Anything that is not ours is none. */
export function keptPlace(window: Window): Place | null {
  try {
    const value: unknown = JSON.parse(kept(window, 'sessionStorage', PLACE) ?? 'null')
    if (typeof value !== 'object' || value === null) return null
    const { to, top, typed, at } = { to: '/', top: 0, typed: [], at: 0, ...value }
    if (!(Number(at) > Date.now() - KEPT_FOR)) return null
    return {
      to: returnPath(String(to)),
      top: typeof top === 'number' && top > 0 ? top : 0,
      typed: Array.isArray(typed) ? typed.filter(isTyped) : [],
    }
  } catch {
    return null
  }
}

export function forgetPlace({ sessionStorage }: Pick<Window, 'sessionStorage'>): void {
  sessionStorage.removeItem(PLACE)
  sessionStorage.removeItem(SIGN_IN_OF)
}

function isTyped(value: unknown): value is Typed {
  if (typeof value !== 'object' || value === null) return false
  const { form, field, index, value: given } = { form: null, field: null, index: null, value: null, ...value }
  return (
    typeof form === 'string' &&
    typeof field === 'string' &&
    typeof index === 'number' &&
    (typeof given === 'string' || typeof given === 'boolean')
  )
}

/** Puts back what was typed, field by field as they come. What is typed meanwhile stays. */
export function restoreTyped({ document, setTimeout }: Window, typed: readonly Typed[]): void {
  let left = writeTyped(document, typed)
  if (left.length === 0) return
  const observer = new MutationObserver(() => {
    left = writeTyped(document, left)
    if (left.length === 0) observer.disconnect()
  })
  observer.observe(document.body, { childList: true, subtree: true })
  setTimeout(() => observer.disconnect(), AWAIT_FIELDS)
}
