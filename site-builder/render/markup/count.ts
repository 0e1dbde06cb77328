/** Numbers for readers. */

/** Making a formatter costs some 80 µs, using it one: a page with forty counts would pay for nothing else. */
const formatters = {
  'zh-CN': new Intl.NumberFormat('zh-CN'),
  en: new Intl.NumberFormat('en'),
} as const

/** A count with its digits grouped: `391,206`. */
export function count(locale: keyof typeof formatters, n: number): string {
  return formatters[locale].format(n)
}
