// A digest of content that does not depend on the order of keys.
import { createHash } from 'node:crypto'

/** Base64url of 132 bits of SHA-256 over the canonical JSON of a value. */
export function digest(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('base64url').slice(0, 22)
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`)
      .join()}}`
  return JSON.stringify(value) ?? 'null'
}
