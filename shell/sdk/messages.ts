/** Messages, numbers and dates in the reader's language. */
import type { LanguageMessages, Locale, MessageSource } from './contract.ts'
import { useContext, type MicrofrontendContext } from './context.ts'

export type MessageParams = Readonly<Record<string, string | number>>

export interface MessageTools {
  readonly locale: Locale
  /**
   * The message of a key with `{name}` replaced. A number in `{name}` is grouped by the locale. When the key itself is
   * absent and `params.n` is a number, the plural form `key.one`, `key.few`… is chosen by CLDR rules, else `key.other`.
   * An unknown key gives the key, so that a gap is seen and never breaks a page.
   */
  t(key: string, params?: MessageParams): string
  /** Whether there is a message of exactly this key. */
  has(key: string): boolean
  /** A count or other number, grouped by the locale. */
  n(value: number, options?: Intl.NumberFormatOptions): string
  /** A date in prose. Takes ISO 8601 or a Date; all dates of the portal are of Beijing time. */
  d(value: string | Date, options?: Intl.DateTimeFormatOptions): string
}

/** One time zone for server and browser: the same date in both, so that hydration finds what it expects. */
const TIME_ZONE = 'Asia/Shanghai'

interface Formatters {
  readonly plural: Intl.PluralRules
  readonly integers: Intl.NumberFormat
}

/** Making one costs more than rendering a component. */
const formatters = new Map<Locale, Formatters>()

function formattersOf(locale: Locale): Formatters {
  const known = formatters.get(locale) ?? {
    plural: new Intl.PluralRules(locale),
    integers: new Intl.NumberFormat(locale),
  }
  formatters.set(locale, known)
  return known
}

/** The messages of one language. @throws what loading them throws. */
export async function loadMessages(source: MessageSource, locale: Locale): Promise<LanguageMessages> {
  const own = source[locale]
  return typeof own === 'function' ? own() : own
}

/** Message tools over the messages of a locale; `onMissing` hears of each key that has no message. */
export function messageTools(
  messages: LanguageMessages,
  locale: Locale,
  onMissing: (key: string) => void = () => {},
): MessageTools {
  const { plural, integers } = formattersOf(locale)
  const own = (key: string): string | undefined => (Object.hasOwn(messages, key) ? messages[key] : undefined)

  function find(key: string, count: string | number | undefined): string | undefined {
    const message = own(key)
    if (message !== undefined || typeof count !== 'number') return message
    return own(`${key}.${plural.select(count)}`) ?? own(`${key}.other`)
  }

  return {
    locale,
    has: (key) => own(key) !== undefined,
    t(key, params = {}) {
      const message = find(key, params['n'])
      if (message === undefined) {
        onMissing(key)
        return key
      }
      return message.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
        const value = Object.hasOwn(params, name) ? params[name] : undefined
        if (value === undefined) return placeholder
        return typeof value === 'number' ? integers.format(value) : value
      })
    },
    n: (value, options) => (options ? new Intl.NumberFormat(locale, options) : integers).format(value),
    d(value, options = { dateStyle: 'long' }) {
      const date = value instanceof Date ? value : new Date(value)
      if (Number.isNaN(date.getTime())) return String(value)
      // English here is that of Britain: 29 November 2026.
      return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
        timeZone: TIME_ZONE,
        ...options,
      }).format(date)
    },
  }
}

const made = new WeakMap<MicrofrontendContext, MessageTools>()

/** The message tools of this microfrontend in the reader's locale: the same object for all components of an app. */
export function useMessages(): MessageTools {
  const context = useContext('useMessages')
  const { messages, portal } = context
  const tools =
    made.get(context) ??
    messageTools(messages, portal.locale, (key) =>
      portal.log('warn', 'message missing', { key, locale: portal.locale }),
    )
  made.set(context, tools)
  return tools
}
