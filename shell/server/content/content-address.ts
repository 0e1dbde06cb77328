/** Where code of a library lies on the origin of content that must not touch the portal. */
import { codeAt, type CodeBytes } from '@shuxiang/site-blocks'

/** Of a name with its port: what may stand in a policy. */
const host = /^(?:[a-z0-9.-]{1,253}|\[::1\])(?::\d{1,5})?$/
const address = /^\/code\/([\w-]{1,200})\/([^/]{1,260})$/

/** All of it lies below this path: a policy names no more. */
export const codesAt = '/code/'

/** Code, and the host of ours whose pages frame it: the document lets itself be framed by no other. */
export interface FramedCode extends CodeBytes {
  readonly host: string
}

export const framedCodePath = ({ id, sha256, host: framing }: FramedCode): string =>
  `${codesAt}${id}-${sha256}/${framing}`

/** Null for any other path, and for one with a query. */
export function readFramedCodePath(path: string): FramedCode | null {
  const [, name = '', framing = ''] = address.exec(path) ?? []
  const code = codeAt(name)
  return code && host.test(framing) ? { ...code, host: framing } : null
}

/** A host as it is asked for, as it may stand in such a path; null for what is none. */
export function framingHost(given: string | undefined): string | null {
  const name = given?.toLowerCase() ?? ''
  return host.test(name) ? name : null
}
