/** Periods in the order of time, each as high as it has works, with the number in words: a list on a narrow screen. */
import { html } from '@shuxiang/site-render/markup'
import type { Html } from '@shuxiang/site-render/markup'
import type { RenderContext } from '../contract.ts'
import { worksWords, type Value } from './values.ts'

/**
 * In hundredths of the most frequent one, by the root of the count: two ages have nearly all, and beside them the others would
 * not be seen. A single work is a hairline.
 */
function stepOf({ count: works }: Value, most: number): number {
  return Math.max(0.4, Math.round(1000 * Math.sqrt(works / most)) / 10)
}

/** Drawn, as no style may stand in a page: high beside others, wide in a list. */
function stepHtml(step: number): Html {
  const [size, rest] = [String(step), String(100 - step)]
  return html`<svg class="step" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
    <rect class="tall" width="100" height="${size}" y="${rest}" />
    <rect class="wide" width="${size}" height="100" />
  </svg>`
}

export function bandHtml(periods: readonly Value[], context: RenderContext): Html {
  const most = Math.max(1, ...periods.map(({ count: works }) => works))
  const inTime = periods.toSorted((a, b) => (a.begins ?? Infinity) - (b.begins ?? Infinity))
  return html`<ol class="ages">
    ${inTime.map(
      (period) =>
        html`<li>
          <a href="${period.url}"
            >${stepHtml(stepOf(period, most))}
            <span class="name">${period.label}</span>
            ${period.years !== null && html`<small class="years">${period.years}</small>`}
            <span class="works">${worksWords(period.count, context)}</span></a
          >
        </li>`,
    )}
  </ol>`
}
