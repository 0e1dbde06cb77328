/** Messages, numbers and dates in the reader's language. */
import type { Locale, Messages } from './contract.ts'
import { useContext } from './context.ts'

export type MessageParams = Readonly<Record<string, string | number>>

export interface MessageTools {
  readonly locale: Locale
  /**
   * The message of a key with `{name}` replaced. A number in `{name}` is grouped by the locale. When the key itself is
   * absent and `params.n` is a number, the plural form `key.one`, `key.few`… is chosen by CLDR rules, else `key.other`.
   * An unknown key gives the key, so that a gap is seen and never breaks a page.
   */
  t(key: string, params?: MessageParams): string
  /** A count or other number, grouped by the locale. */
  n(value: number, options?: Intl.NumberFormatOptions): string
  /** A date in prose. Takes ISO 8601 or a Date; all dates of the portal are of Beijing time. */
  d(value: string | Date, options?: Intl.DateTimeFormatOptions): string
}

/** One time zone for server and browser: the same date in both, so that hydration finds what it expects. */
const TIME_ZONE = 'Asia/Shanghai'

/** Message tools for one locale; `onMissing` hears of each key that has no message. */
export function messageTools(
  messages: Messages,
  locale: Locale,
  onMissing: (key: string) => void = () => {},
): MessageTools {
  const own = new Map(Object.entries(messages[locale]))
  const plural = new Intl.PluralRules(locale)
  const integers = new Intl.NumberFormat(locale)

  function find(key: string, count: string | number | undefined): string | undefined {
    const message = own.get(key)
    if (message !== undefined || typeof count !== 'number') return message
    return own.get(`${key}.${plural.select(count)}`) ?? own.get(`${key}.other`)
  }

  return {
    locale,
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
      return new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, ...options }).format(date)
    },
  }
}

/** The message tools of this microfrontend in the reader's locale. */
export function useMessages(): MessageTools {
  const { messages, portal } = useContext('useMessages')
  return messageTools(messages, portal.locale, (key) =>
    portal.log('warn', 'message missing', { key, locale: portal.locale }),
  )
}
