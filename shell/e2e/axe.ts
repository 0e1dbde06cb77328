// Judges a page by WCAG 2.2 AA with axe.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const EVERYTHING: axe.RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}
/** What a page that has been judged whole can still break by its looks: in another mode, or on another screen. */
const LOOKS: axe.RunOnly = {
  type: 'rule',
  values: ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'],
}

/** One line a violation: rule, what it means, where. */
export function violations(page: Page): Promise<string[]> {
  return judge(page, EVERYTHING)
}

/** The same of a page whose content was judged whole in another look: a third of the work. */
export function violationsOfLooks(page: Page): Promise<string[]> {
  return judge(page, LOOKS)
}

async function judge(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
  // Evaluated by the debugger, which the content policy of the page does not bind.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const results = await page.evaluate<axe.AxeResults, axe.RunOnly>(
    (only) =>
      // What passes is only counted, which saves to name each element.
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: only,
        resultTypes: ['violations'],
      }),
    runOnly,
  )
  return results.violations.map(
    (violation) =>
      `${violation.id}: ${violation.help} at ${violation.nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  )
}
