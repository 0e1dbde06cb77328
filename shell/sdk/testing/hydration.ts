/** Whether the browser takes over the server's HTML as it stands. */
import type { Locale } from '../contract.ts'
import type { Answers, Pages } from './pages.ts'

/** With a document at hand vue-router takes the server's render for a browser and warns of its empty address. */
const NOT_OURS = /^\[Vue Router/

/**
 * Renders the page on the server and opens it in the browser. One line for each mismatch or other warning of Vue, and
 * for each question that the browser asks again although the answer came with the page. Needs a document.
 */
export async function hydrationFaults(
  pages: Pages,
  url: string,
  answers: Answers,
  locale: Locale = 'zh-CN',
): Promise<string[]> {
  const heard: string[] = []
  const { console: real } = globalThis
  const { warn, error } = real
  const hear = (...said: unknown[]): void => {
    const text = said.map(String).join(' ')
    if (!NOT_OURS.test(text)) heard.push(text)
  }
  Object.assign(real, { warn: hear, error: hear })
  try {
    const page = await pages.open(url, answers, { locale })
    const asked = page.portal.calls.gql.map(({ name }) => `asked again: ${name}`)
    const logged = page.portal.calls.log.filter(({ level }) => level !== 'info').map(({ message }) => message)
    await page.leave()
    return [...heard, ...asked, ...logged]
  } finally {
    Object.assign(real, { warn, error })
  }
}
