/** What a reader chose: language, mode and size of print, kept in cookies and in force from the first byte. */
import type { Locale, Mode } from '@shuxiang/sdk/contract'
import { languageOf } from '@shuxiang/sdk/language'
import { locales } from '@shuxiang/site-render'

export interface Preferences {
  readonly locale: Locale
  /** Set when the address itself names the language; it then wins, for this page only. */
  readonly named: Locale | null
  /** null follows the reader's system. */
  readonly mode: Mode | null
  readonly scale: 'normal' | 'large'
}

const COOKIES = { locale: 'sx_locale', mode: 'sx_mode', scale: 'sx_scale' } as const
const YEAR_S = 31_536_000

/**
 * The language named by the address wins, then cookies, then Accept-Language, then Chinese. Whatever is not understood
 * is as if it were not there.
 */
export function readPreferences(
  headers: { readonly cookie?: string | undefined; readonly 'accept-language'?: string | undefined },
  url: URL,
): Preferences {
  const cookies = parseCookies(headers.cookie)
  const named = asLocale(languageOf(url))
  return {
    locale: named ?? asLocale(cookies.get(COOKIES.locale)) ?? preferredLocale(headers['accept-language']),
    named,
    mode: asMode(cookies.get(COOKIES.mode)),
    scale: cookies.get(COOKIES.scale) === 'large' ? 'large' : 'normal',
  }
}

/** `Set-Cookie` values for the choices in a submitted form; a choice that is absent or unknown changes nothing. */
export function choiceCookies(form: URLSearchParams, secure: boolean): string[] {
  const cookies: string[] = []
  const keep = (name: string, value: string): void => {
    const end = `Path=/; Max-Age=${value === '' ? 0 : YEAR_S}; SameSite=Lax${secure ? '; Secure' : ''}`
    cookies.push(`${name}=${value}; ${end}`)
  }
  const locale = asLocale(form.get('locale'))
  if (locale) keep(COOKIES.locale, locale)
  const mode = form.get('mode') ?? undefined
  if (mode === 'auto') keep(COOKIES.mode, '')
  else if (asMode(mode)) keep(COOKIES.mode, String(mode))
  const scale = form.get('scale')
  if (scale === 'large' || scale === 'normal') keep(COOKIES.scale, scale)
  return cookies
}

function asLocale(value: string | null | undefined): Locale | null {
  return locales.find((locale) => locale === value) ?? null
}

function asMode(value: string | undefined): Mode | null {
  return value === 'light' || value === 'dark' || value === 'contrast' ? value : null
}

/** First value of each name. Values of ours need no decoding, so a broken escape breaks nothing. */
function parseCookies(header: string | undefined): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const pair of (header ?? '').slice(0, 8_192).split(';')) {
    const at = pair.indexOf('=')
    if (at < 1) continue
    const name = pair.slice(0, at).trim()
    if (!cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim())
  }
  return cookies
}

/** RFC 9110 language ranges by weight; any Chinese means ours. */
function preferredLocale(header: string | undefined): Locale {
  const ranges = (header ?? '')
    .slice(0, 1_000)
    .split(',')
    .map((part, order) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
      const weight = parameters.find((parameter) => parameter.startsWith('q='))
      return { tag, order, weight: weight === undefined ? 1 : Number(weight.slice(2)) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.order - b.order)
  for (const { tag } of ranges) {
    if (/^zh(-|$)/.test(tag)) return 'zh-CN'
    if (/^en(-|$)/.test(tag)) return 'en'
  }
  return 'zh-CN'
}
