/** What a reader chose: language, mode, size of print, the script of Chinese texts and whether a key leads to the search box, kept in cookies and in force from the first byte. */
import type { Locale, Mode, ScriptWish } from '@shuxiang/sdk/contract'
import { languageOf } from '@shuxiang/sdk/language'
import { scriptWish } from '@shuxiang/sdk/script'
import { locales } from '@shuxiang/site-render'
import { parseCookie, stringifySetCookie } from 'cookie'
import Negotiator from 'negotiator'

export interface Preferences {
  readonly locale: Locale
  /** Set when the address itself names the language; it then wins, for this page only. */
  readonly named: Locale | null
  /** null follows the reader's system. */
  readonly mode: Mode | null
  readonly scale: 'normal' | 'large'
  /** How Chinese texts of the collection are written. */
  readonly script: ScriptWish
  /** Whether one key leads to the search box. */
  readonly keys: 'on' | 'off'
}

const COOKIES = {
  locale: 'sx_locale',
  mode: 'sx_mode',
  scale: 'sx_scale',
  script: 'sx_script',
  keys: 'sx_keys',
} as const
const YEAR_S = 31_536_000
/** Longest headers that are looked at, in characters. */
const LONGEST_COOKIES = 8_192
const LONGEST_LANGUAGES = 1_000

/**
 * The language named by the address wins, then cookies, then Accept-Language, then Chinese. Whatever is not understood
 * is as if it were not there.
 */
export function readPreferences(
  headers: { readonly cookie?: string | undefined; readonly 'accept-language'?: string | undefined },
  url: URL,
): Preferences {
  const cookies = parseCookie((headers.cookie ?? '').slice(0, LONGEST_COOKIES))
  const named = asLocale(languageOf(url))
  return {
    locale: named ?? asLocale(cookies[COOKIES.locale]) ?? preferredLocale(headers['accept-language']),
    named,
    mode: asMode(cookies[COOKIES.mode]),
    scale: cookies[COOKIES.scale] === 'large' ? 'large' : 'normal',
    script: scriptWish(cookies[COOKIES.script]) ?? 'source',
    keys: cookies[COOKIES.keys] === 'off' ? 'off' : 'on',
  }
}

/** `Set-Cookie` values for the choices in a submitted form; a choice that is absent or unknown changes nothing. */
export function choiceCookies(form: URLSearchParams, secure: boolean): string[] {
  const cookies: string[] = []
  const keep = (name: string, value: string): void => {
    const maxAge = value === '' ? 0 : YEAR_S
    cookies.push(stringifySetCookie({ name, value, path: '/', maxAge, sameSite: 'lax', secure }))
  }
  const locale = asLocale(form.get('locale'))
  if (locale) keep(COOKIES.locale, locale)
  const mode = form.get('mode') ?? undefined
  if (mode === 'auto') keep(COOKIES.mode, '')
  else if (asMode(mode)) keep(COOKIES.mode, String(mode))
  const scale = form.get('scale')
  if (scale === 'large' || scale === 'normal') keep(COOKIES.scale, scale)
  const script = scriptWish(form.get('script'))
  if (script !== null) keep(COOKIES.script, script === 'source' ? '' : script)
  const keys = form.get('keys')
  if (keys === 'on') keep(COOKIES.keys, '')
  else if (keys === 'off') keep(COOKIES.keys, keys)
  return cookies
}

function asLocale(value: string | null | undefined): Locale | null {
  return locales.find((locale) => locale === value) ?? null
}

function asMode(value: string | undefined): Mode | null {
  return value === 'light' || value === 'dark' || value === 'contrast' ? value : null
}

/** Any Chinese means ours: the texts are the same whichever script or region a reader prefers. */
const LANGUAGES = { zh: 'zh-CN', en: 'en' } as const satisfies Record<string, Locale>

function preferredLocale(header: string | undefined): Locale {
  const negotiator = new Negotiator({ headers: { 'accept-language': header?.slice(0, LONGEST_LANGUAGES) } })
  return negotiator.language(Object.keys(LANGUAGES)) === 'en' ? LANGUAGES.en : LANGUAGES.zh
}
