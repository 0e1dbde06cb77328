/** Links the style sheets of a microfrontend; they are prefixed, so they stay. */
import type { StyleSheet } from './page-settings.ts'

/** A sheet that takes longer is not waited for: unstyled content is better than none. */
const WAIT_MS = 3_000

/** Resolves when all sheets are there, failed, or late. */
export async function linkStyleSheets(document: Document, sheets: readonly StyleSheet[]): Promise<void> {
  const missing = sheets.filter(
    ({ href }) => !document.head.querySelector(`link[rel="stylesheet"][href="${href}"]`),
  )
  const loads = missing.map(
    ({ href, integrity }) =>
      new Promise<void>((done) => {
        const link = { rel: 'stylesheet', href, integrity, onload: done, onerror: done }
        document.head.append(Object.assign(document.createElement('link'), link))
      }),
  )
  await Promise.race([Promise.all(loads), new Promise((late) => setTimeout(late, WAIT_MS))])
}
