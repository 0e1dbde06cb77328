// Posted forms: read within a bound, and known to come from a page that this browser was given.
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Sealing } from '../people/index.ts'
import { readCookie, setCookie } from './cookies.ts'

/** Bytes of a form: eight kilobytes of a card number are read, and refused with a sentence. */
const formBound = 32_768
/** Characters of a field that are sent back for correction. */
const fieldBound = 10_000

/** `too-large` ends the page; the connection is not read further. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams | 'too-large' | 'no-form'> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') return 'no-form'
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    const buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
    bytes += buffer.length
    if (bytes > formBound) return 'too-large'
    chunks.push(buffer)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

export const textOf = (form: URLSearchParams, name: string): string =>
  (form.get(name) ?? '').slice(0, fieldBound)

export interface FormGuard {
  /** The hidden value of a form; gives the browser its cookie where it has none. `about` binds it to one sign-in. */
  token(request: IncomingMessage, response: ServerResponse, about: string): string
  check(request: IncomingMessage, form: URLSearchParams, about: string): 'ok' | 'no-cookies' | 'stale'
}

const cookieShape = /^[\w-]{22}$/

/** A value in a cookie and its keyed digest in the form: another site knows neither. */
export function createFormGuard(
  sealing: Sealing,
  cookie: { readonly path: string; readonly secure: boolean },
): FormGuard {
  const given = new WeakMap<IncomingMessage, string>()
  const digest = (value: string, about: string): string => sealing.mac('form', `${value} ${about}`)
  return {
    token(request, response, about) {
      let value = given.get(request) ?? readCookie(request, 'form')
      if (!cookieShape.test(value)) {
        value = randomBytes(16).toString('base64url')
        setCookie(response, 'form', value, cookie)
      }
      given.set(request, value)
      return digest(value, about)
    },
    check(request, form, about) {
      const value = readCookie(request, 'form')
      if (!cookieShape.test(value)) return 'no-cookies'
      // A keyed digest of random bytes: how much of it agrees tells nothing that helps.
      return form.get('token') === digest(value, about) ? 'ok' : 'stale'
    },
  }
}

/** Whether a browser says that the form was sent from another site. */
export const isCrossSite = (request: IncomingMessage): boolean =>
  request.headers['sec-fetch-site'] === 'cross-site' || request.headers['sec-fetch-site'] === 'same-site'
