// An answer to an HTTP request before it is written.
import { createHash } from 'node:crypto'

/** Status, headers (lower-case names) and the whole body. */
export interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A JSON answer that nobody may keep. */
export function jsonAnswer(status: number, value: unknown): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: `${JSON.stringify(value)}\n`,
  }
}

/** A GraphQL answer for a request that did not come as far as execution. */
export function refusal(status: number, code: string, message: string): HttpAnswer {
  return jsonAnswer(status, { errors: [{ message, extensions: { code } }] })
}

/** Strong validator of a body (RFC 9110, section 8.8.3). */
export function etagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
}
