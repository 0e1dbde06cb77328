/** What was kept of a press in this dialog, read as what it was: the tab may have kept anything. */
import { pressedObject } from '../pressed.ts'
import type { Seen, Wish } from './use-publish.ts'

/** Null where there is none. */
export function resumedWish(kept: string | null): Wish | null {
  const read = pressedObject(kept)
  if (!read || !('seen' in read) || !('publishAt' in read)) return null
  const { seen, publishAt } = read
  const hash = 'hash' in read && typeof read.hash === 'string' ? read.hash : null
  if (publishAt !== null && typeof publishAt !== 'string') return null
  return isSeen(seen) ? { seen, hash, publishAt } : null
}

/** Null where there is none. */
export function resumedBack(
  kept: string | null,
): { readonly release: number; readonly reason: string } | null {
  const read = pressedObject(kept)
  if (!read || !('release' in read) || !('reason' in read)) return null
  const { release, reason } = read
  return typeof release === 'number' && typeof reason === 'string' ? { release, reason } : null
}

function isSeen(value: unknown): value is Seen {
  if (typeof value !== 'object' || value === null || !('rev' in value) || !('pages' in value)) return false
  const { rev, pages } = value
  return (
    typeof rev === 'number' &&
    Array.isArray(pages) &&
    pages.every((one) => typeof one?.page === 'string' && typeof one?.rev === 'number')
  )
}
