/** What an address that was copied from a browser stands for: a page of the site itself, a record, or itself. Pure. */
import type { LinkKind } from '@shuxiang/site-blocks'

export interface Known {
  /** Of the site, which its own host begins with. */
  readonly code: string
  /** Of its pages. */
  readonly paths: readonly string[]
  /** What the field takes. */
  readonly to: readonly LinkKind[]
}

export function recognised(typed: string, { code, paths, to }: Known): string {
  if (!/^https?:/i.test(typed) || !URL.canParse(typed)) return typed
  const { hostname, pathname, search, hash } = new URL(typed)
  const path = decoded(pathname)
  const plain = search === '' && hash === ''
  if (!hostname.startsWith(`${code}.`)) return typed
  if (plain && to.includes('path') && paths.includes(path)) return path
  const record = /^\/item\/([\w-]{1,64})$/.exec(path)?.[1]
  return record !== undefined && plain && to.includes('record') ? `record:${record}` : typed
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
