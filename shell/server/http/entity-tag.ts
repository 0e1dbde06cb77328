/** Names of what was sent, so that a reader who has it already is not sent it again (RFC 9110, 8.8.3 and 13.1.2). */
import { createHash } from 'node:crypto'

/** Weak, because one text leaves in several encodings and a page with another nonce each time. */
export function weakTag(text: string): string {
  return `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
}

/** True when an If-None-Match header names the tag; compared weakly, as GET and HEAD want it. */
export function isKnown(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  if (header.trim() === '*') return true
  const opaque = tag.replace(/^W\//, '')
  return header
    .slice(0, 2_000)
    .split(',')
    .some((one) => one.trim().replace(/^W\//, '') === opaque)
}
