// A page on its way: drawn in the reader's language and looks, with the headers that keep it to itself.
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { renderLoginPage, type LoginFrame, type LoginPage } from '@shuxiang/themes/login'
import type { InterfaceLanguage } from '@shuxiang/vocabulary'
import { cookieText, readCookie } from './cookies.ts'

export type Locale = InterfaceLanguage

export interface DrawOptions {
  readonly styles: string
  readonly script: string
  /** Address of the portal. */
  readonly portal: string
  readonly secure: boolean
}

export interface DrawRequest {
  readonly request: IncomingMessage
  readonly locale: Locale
  /** Path and query of the page, for its language; null when it cannot be asked for again. */
  readonly here: string | null
  /** Origins to which a form of the page leads in the end. */
  readonly leadsTo: readonly string[]
}

export interface DrawnPage {
  readonly html: string
  readonly headers: Readonly<Record<string, string>>
}

export function drawPage(
  page: LoginPage,
  { styles, script, portal }: DrawOptions,
  asked: DrawRequest,
): DrawnPage {
  const { request, locale, here, leadsTo } = asked
  const nonce = randomBytes(16).toString('base64url')
  const mode = readCookie(request, 'mode')
  const frame: LoginFrame = {
    locale,
    mode: mode === 'light' || mode === 'dark' || mode === 'contrast' ? mode : null,
    scale: readCookie(request, 'scale') === 'large' ? 'large' : 'normal',
    styles,
    script: { href: script, nonce },
    portal,
    here,
  }
  return { html: renderLoginPage(page, frame), headers: pageHeaders(locale, nonce, leadsTo) }
}

function pageHeaders(
  locale: Locale,
  nonce: string,
  leadsTo: readonly string[],
): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    `script-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    'img-src data:',
    // Browsers hold the redirects after a form to this as well.
    ["form-action 'self'", ...leadsTo].join(' '),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-language': locale,
    'content-security-policy': policy.join('; '),
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'cache-control': 'no-store',
  }
}

export function sendPage(response: ServerResponse, status: number, { html, headers }: DrawnPage): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  response.statusCode = status
  response.end(response.req.method === 'HEAD' ? undefined : html)
}

/** After a form: the address is asked for with GET, so that a reload sends nothing twice. */
export function seeOther(response: ServerResponse, location: string): void {
  response.statusCode = 303
  response.setHeader('location', location)
  response.setHeader('cache-control', 'no-store')
  response.end()
}

const asLocale = (text: string): Locale | null => (text === 'zh-CN' || text === 'en' ? text : null)

/** A language by its tag: any Chinese is ours. */
function languageOf(tag: string): Locale | null {
  if (/^zh\b/i.test(tag)) return 'zh-CN'
  return /^en\b/i.test(tag) ? 'en' : null
}

/** The first language of Accept-Language that we have, by weight. */
function preferred(header: string): Locale | null {
  const wishes = header
    .slice(0, 1_000)
    .split(',')
    .map((wish) => {
      const [tag = '', ...more] = wish.trim().split(';')
      const weight = /q=([\d.]+)/.exec(more.join(';'))?.[1]
      return { locale: languageOf(tag), weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ locale, weight }) => locale !== null && weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return wishes[0]?.locale ?? null
}

/** Chosen on the page, then named by it, then wished for by the client, then kept, then the browser's, then Chinese. */
export function localeOf(
  request: IncomingMessage,
  given: {
    readonly query: URLSearchParams
    readonly form?: URLSearchParams | undefined
    readonly wished?: string | undefined
  },
): Locale {
  const { query, form, wished = '' } = given
  return (
    asLocale(form?.get('locale') ?? '') ??
    asLocale(form?.get('lang') ?? '') ??
    asLocale(query.get('kc_locale') ?? '') ??
    languageOf(wished) ??
    asLocale(readCookie(request, 'locale')) ??
    preferred(request.headers['accept-language'] ?? '') ??
    'zh-CN'
  )
}

/** Keeps a language that was chosen just now; on one host the portal then has it too. */
export function keepLocale(
  query: URLSearchParams,
  form: URLSearchParams | undefined,
  secure: boolean,
): string | null {
  const chosen = asLocale(form?.get('locale') ?? '') ?? asLocale(query.get('kc_locale') ?? '')
  return chosen === null ? null : cookieText('locale', chosen, { path: '/', secure, maxAge: 31_536_000 })
}
