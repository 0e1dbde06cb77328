// Small answers over HTTP, and bodies of forms read within a bound.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Page } from './contract.ts'

/** Bytes of a form; a token of ours has 1,100 and a sign-in page far less. */
const formBound = 16_384

/** A body that is too large or no form. */
export class BadForm extends Error {
  override readonly name = 'BadForm'
  readonly status: 413 | 415
  constructor(status: 413 | 415, message: string) {
    super(message)
    this.status = status
  }
}

/** Reads a posted form. @throws BadForm */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  return new URLSearchParams(await readBody(request, 'application/x-www-form-urlencoded', formBound))
}

/** Reads a body of one type. @throws BadForm */
export async function readBody(request: IncomingMessage, type: string, bound: number): Promise<string> {
  const given = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  if (given !== type) throw new BadForm(415, `the body must be ${type}`)
  const chunks: Buffer[] = []
  let bytes = 0
  // Else the end of reading would end the connection before the answer.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const buffer: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
    bytes += buffer.length
    if (bytes > bound) {
      request.resume()
      throw new BadForm(413, `the body is larger than ${bound} bytes`)
    }
    chunks.push(buffer)
  }
  return Buffer.concat(chunks).toString('utf8')
}

type Headers = Readonly<Record<string, string>>

const always: Headers = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

export function sendPage(response: ServerResponse, status: number, page: Page): void {
  response.writeHead(status, { ...always, 'content-type': 'text/html; charset=utf-8', ...page.headers })
  response.end(page.html)
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Headers = {},
): void {
  response.writeHead(status, { ...always, 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

export function sendNothing(response: ServerResponse, status: number, headers: Headers = {}): void {
  response.writeHead(status, { ...always, ...headers })
  response.end()
}

export function redirect(response: ServerResponse, location: string): void {
  sendNothing(response, 302, { location })
}

/** The parameters after the `?`. */
export function queryOf(request: IncomingMessage): URLSearchParams {
  const mark = (request.url ?? '').indexOf('?')
  return new URLSearchParams(mark < 0 ? '' : (request.url ?? '').slice(mark + 1))
}
