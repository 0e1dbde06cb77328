/** Periods in the order of time, each as high as it has works, with the number in words: a list on a narrow screen. */
import { count, html } from '@shuxiang/site-render/markup'
import type { Html } from '@shuxiang/site-render/markup'
import type { RenderContext } from '../contract.ts'
import { worksWords, type Value } from './values.ts'

/**
 * From 0, a hairline, to 50, by the root of the count: two ages have nearly all, and beside them the others would not be seen.
 * A style sheet has a class for each, as no style may stand in a page.
 */
function stepOf({ count: works }: Value, most: number): number {
  return Math.round(steps * Math.sqrt(works / most))
}

const steps = 50

export function bandHtml(periods: readonly Value[], context: RenderContext): Html {
  const most = Math.max(1, ...periods.map(({ count: works }) => works))
  const inTime = periods.toSorted((a, b) => (a.begins ?? Infinity) - (b.begins ?? Infinity))
  return html`<ol class="ages">
    ${inTime.map(
      (period) =>
        html`<li>
          <a href="${period.url}"
            ><span class="step s${count('en', stepOf(period, most))}" aria-hidden="true"></span>
            <span class="name">${period.label}</span>
            ${period.years !== null && html`<small class="years">${period.years}</small>`}
            <span class="works">${worksWords(period.count, context)}</span></a
          >
        </li>`,
    )}
  </ol>`
}
