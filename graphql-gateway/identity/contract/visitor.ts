// A browser without scripts: keeps cookies, fills in forms, follows redirects while they stay with the provider.
import { readPage, type Form, type Page } from './page.ts'

/** Where a visit ended: at a page of the provider, or on the way to somebody else. */
export type Stop =
  { readonly at: 'page'; readonly page: Page } | { readonly at: 'client'; readonly address: URL }

export interface Visitor {
  /** Goes to an address of the provider. */
  open(address: string | URL): Promise<Stop>
  /** Sends a form with these values in place of its own. */
  send(form: Form, values: Readonly<Record<string, string>>): Promise<Stop>
  /** Forgets every cookie, as another browser does. */
  forget(): void
}

/** No way through a sign-in is longer. */
const LONGEST_WAY = 12

export function visitor(origin: string): Visitor {
  const cookies = new Map<string, string>()

  const ask = async (address: URL, body: URLSearchParams | null): Promise<Response> => {
    const response = await fetch(address, {
      method: body === null ? 'GET' : 'POST',
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        'accept-language': 'en',
        ...(body === null ? {} : { origin }),
        ...(cookies.size === 0 ? {} : { cookie: [...cookies].map(([n, v]) => `${n}=${v}`).join('; ') }),
      },
      ...(body === null ? {} : { body }),
      signal: AbortSignal.timeout(30_000),
    })
    for (const line of response.headers.getSetCookie()) keep(line)
    return response
  }
  const keep = (line: string): void => {
    const [pair = '', ...facts] = line.split(';')
    const mark = pair.indexOf('=')
    const name = pair.slice(0, mark).trim()
    const value = pair.slice(mark + 1).trim()
    const gone = facts.some((fact) => /^\s*(max-age=0|expires=thu, 01.jan.1970)/i.test(fact))
    if (gone || value === '') cookies.delete(name)
    else cookies.set(name, value)
  }
  const go = async (address: URL, body: URLSearchParams | null): Promise<Stop> => {
    let [at, sent] = [address, body]
    for (let steps = 0; steps < LONGEST_WAY; steps++) {
      const response = await ask(at, sent)
      const location = response.headers.get('location')
      if (response.status < 300 || response.status > 399 || location === null)
        return { at: 'page', page: readPage(at, response.status, response.headers, await response.text()) }
      await response.body?.cancel()
      const next = new URL(location, at)
      if (next.origin !== origin) return { at: 'client', address: next }
      ;[at, sent] = [next, null]
    }
    throw new Error(`no end of redirects at ${at.href}`)
  }
  return {
    open: (address) => go(new URL(address, origin), null),
    send({ action, method, fields }, values) {
      const body = new URLSearchParams()
      for (const [name, { type, value }] of fields)
        if (type !== 'submit' && type !== 'checkbox' && !(name in values)) body.set(name, value)
      for (const [name, value] of Object.entries(values)) body.set(name, value)
      const address = new URL(action)
      if (method === 'post') return go(address, body)
      address.search = body.toString()
      return go(address, null)
    },
    forget: () => cookies.clear(),
  }
}
