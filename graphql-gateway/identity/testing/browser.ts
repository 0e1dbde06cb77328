// A browser for tests of the protocol: it keeps cookies by path and follows nothing by itself.

interface Cookie {
  readonly name: string
  readonly value: string
  readonly path: string
}

/** What came, its body read. */
export interface Seen {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly location: string | null
}

export interface Browser {
  get(url: string, headers?: Readonly<Record<string, string>>): Promise<Seen>
  post(
    url: string,
    form: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Seen>
  /** Follows redirects until a page, or until an address that does not begin with `inside`. */
  follow(url: string, inside: string): Promise<Seen & { readonly url: string }>
  readonly cookies: readonly Cookie[]
}

const redirectsBound = 10

export function openBrowser(): Browser {
  const cookies: Cookie[] = []
  const ask = async (url: string, options: RequestInit): Promise<Seen> => {
    const { pathname } = new URL(url)
    const sent = cookies
      .filter(({ path }) => pathname.startsWith(path))
      .map(({ name, value }) => `${name}=${value}`)
    const response = await fetch(url, {
      ...options,
      redirect: 'manual',
      headers: { accept: 'text/html', ...options.headers, cookie: sent.join('; ') },
    })
    for (const line of response.headers.getSetCookie()) keep(cookies, line)
    return {
      status: response.status,
      headers: response.headers,
      text: await response.text(),
      location: response.headers.get('location'),
    }
  }
  const browser: Browser = {
    cookies,
    get: (url, headers = {}) => ask(url, { headers }),
    post: (url, form, headers = {}) => ask(url, { method: 'POST', body: new URLSearchParams(form), headers }),
    async follow(url, inside) {
      let at = url
      for (let i = 0; i < redirectsBound; i += 1) {
        const seen = await browser.get(at)
        if (seen.location === null) return { ...seen, url: at }
        at = new URL(seen.location, at).href
        if (!at.startsWith(inside)) return { ...seen, url: at }
      }
      throw new Error(`more than ${redirectsBound} redirects`)
    },
  }
  return browser
}

function keep(cookies: Cookie[], line: string): void {
  const [pair = '', ...attributes] = line.split(/;\s*/)
  const [name = '', ...rest] = pair.split('=')
  const of = (key: string): string | undefined =>
    attributes.find((one) => one.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1)
  const path = of('path') ?? '/'
  const value = rest.join('=')
  const at = cookies.findIndex((one) => one.name === name && one.path === path)
  if (at >= 0) cookies.splice(at, 1)
  const expires = of('expires')
  if (value !== '' && (expires === undefined || Date.parse(expires) > Date.now()))
    cookies.push({ name, value, path })
}
