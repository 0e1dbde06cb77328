// A browser without scripts: keeps cookies, fills in forms as they stand on the page, follows redirects.
export interface Answer {
  readonly status: number
  readonly html: string
  readonly headers: Headers
  readonly url: string
}

export interface Visitor {
  open(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>
  /** Sends the form of a page with what it carries unseen, and the fields given. */
  send(
    page: Answer,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>
  /** By name and path. */
  readonly cookies: Map<string, Cookie>
}

interface Cookie {
  readonly name: string
  readonly value: string
  readonly path: string
}

export function visitor(origin: string): Visitor {
  const cookies = new Map<string, Cookie>()
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const url = new URL(path, origin)
    const cookie = [...cookies.values()]
      .filter(({ path: below }) => url.pathname.startsWith(below))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
    const headers = { ...(cookie === '' ? {} : { cookie }), ...(init.headers as Record<string, string>) }
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const one of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? []
      const path = /; Path=([^;]*)/.exec(one)?.[1] ?? '/'
      cookies.set(`${name} ${path}`, { name, value, path })
    }
    const next = response.headers.get('location')
    if (next !== null) {
      await response.body?.cancel()
      return ask(new URL(next, url).href, {})
    }
    return { status: response.status, html: await response.text(), headers: response.headers, url: url.href }
  }
  return {
    cookies,
    open: (path, headers = {}) => ask(path, { headers }),
    async send(page, fields, headers = {}) {
      const form = new URLSearchParams()
      for (const [input] of page.html.matchAll(/<input[^>]*type="hidden"[^>]*>/g))
        form.set(/name="([^"]*)"/.exec(input)?.[1] ?? '', /value="([^"]*)"/.exec(input)?.[1] ?? '')
      for (const [name, value] of Object.entries(fields)) form.set(name, value)
      const action = (/<form[^>]*action="([^"]*)"/.exec(page.html)?.[1] ?? '').replaceAll('&amp;', '&')
      return ask(new URL(action, page.url).href, {
        method: 'POST',
        body: form.toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      })
    },
  }
}

/** Names of the faults' fields, and the sentences, as the summary has them. */
export const faultsOn = ({ html }: Answer): readonly string[] => {
  const summary = /<div class="faults"[^]*?<\/ul>/.exec(html)?.[0] ?? ''
  return [...summary.matchAll(/<li>([^]*?)<\/li>/g)].map(([, item = '']) =>
    item.replace(/<[^>]*>/g, '').trim(),
  )
}

export const titleOf = ({ html }: Answer): string => /<h1>([^<]*)<\/h1>/.exec(html)?.[1] ?? ''
export const valueOf = ({ html }: Answer, name: string): string =>
  /value="([^"]*)"/.exec(new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0] ?? '')?.[1] ?? ''
