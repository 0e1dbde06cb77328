/** What an address that was copied from a browser stands for: a page of the site itself, a record, or itself. Pure. */
import type { LinkKind } from '@shuxiang/site-blocks'

export interface Known {
  /** Hosts under which readers have the site. */
  readonly hosts: readonly string[]
  /** Host of the portal, which has the records of all. */
  readonly portal: string
  /** Of its pages. */
  readonly paths: readonly string[]
  /** What the field takes. */
  readonly to: readonly LinkKind[]
}

export function recognised(typed: string, { hosts, portal, paths, to }: Known): string {
  if (!/^https?:/i.test(typed) || !URL.canParse(typed)) return typed
  const { hostname, pathname, search, hash } = new URL(typed)
  const isOwn = hosts.includes(hostname)
  if (search !== '' || !(isOwn || hostname === portal)) return typed
  const path = decoded(pathname)
  if (isOwn && to.includes('path') && paths.includes(path)) return `${path}${hash}`
  const record = /^\/item\/([\w-]{1,64})$/.exec(path)?.[1]
  return record !== undefined && hash === '' && to.includes('record') ? `record:${record}` : typed
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
