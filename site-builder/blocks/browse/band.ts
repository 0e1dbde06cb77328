/** Periods in the order of time, each as high as it has works, with the number in words: a list on a narrow screen. */
import { count, html } from '@shuxiang/site-render/markup'
import type { Html } from '@shuxiang/site-render/markup'
import type { RenderContext } from '../contract.ts'
import { worksWords, type Value } from './values.ts'

/** From 1 to 10, by the root of the count: two ages have nearly all, and beside them the others would be a line. */
function stepOf({ count: works }: Value, most: number): number {
  return Math.max(1, Math.round(10 * Math.sqrt(works / most)))
}

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
