// The roll-up of a region as a table for spreadsheets: CSV (RFC 4180) with a byte order mark, which they need for Chinese.
import { healthKinds } from './documents.ts'
import type { Judged } from './network.ts'

/**
 * One cell. Spreadsheets carry out what begins like a formula, and take some white space before it away: such text gets an
 * apostrophe before it (OWASP, CSV injection).
 */
export function cell(text: string): string {
  const safe = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(text) ? `'${text}` : text
  return /[",\r\n\t;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line a site: its code, its library, the region's code, the day of the look, and 1 or 0 for each kind. */
export function tableOf(sites: readonly Judged[]): string {
  const head = ['code', 'library', 'region', 'judged', ...healthKinds.map((kind) => kind.toLowerCase())]
  const lines = sites.map(({ _id, name, place, judgedAt, kinds }) => [
    ...[_id, name, place, judgedAt?.toISOString().slice(0, 10) ?? ''],
    ...healthKinds.map((kind) => (kinds.includes(kind) ? '1' : '0')),
  ])
  return `\uFEFF${[head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}
