// Judges a page by WCAG 2.2 AA with axe.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** One line a violation: rule, what it means, where. */
export async function violations(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which the content policy of the page does not bind.
  await page.evaluate(source)
  const results = await page.evaluate<axe.AxeResults, string[]>(
    (only) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, { runOnly: only }),
    tags,
  )
  return results.violations.map(
    (violation) =>
      `${violation.id}: ${violation.help} at ${violation.nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  )
}
