/** The numbers under which a site is registered, each with the page where anybody can look it up. */
import { html, nothing } from '../markup/html.ts'
import type { Html } from '../markup/html.ts'

/** As they are shown; empty or absent where there is none. */
export interface Filings {
  /** ICP filing, such as `浙ICP备12345678号-1`. */
  readonly icp?: string | undefined
  /** Filing with public security, such as `浙公网安备33010602010143号`. */
  readonly publicSecurity?: string | undefined
}

/** The ministry's own register of filings. */
const icpRegister = 'https://beian.miit.gov.cn/'

/** The register of public security opens a site by the digits of its number. */
const securityRegister = (number: string): string =>
  `https://beian.mps.gov.cn/#/query/webSearch?code=${/\d{14}/.exec(number)?.[0] ?? ''}`

export function filingsHtml({ icp = '', publicSecurity = '' }: Filings = {}): Html {
  const numbers = [
    [icp, icpRegister],
    [publicSecurity, securityRegister(publicSecurity)],
  ] as const
  const shown = numbers.filter(([number]) => number.trim() !== '')
  if (shown.length === 0) return nothing
  return html`<p class="filings" lang="zh-CN">
    ${shown.map(([number, register]) => html`<a href="${register}" rel="noopener">${number}</a>`)}
  </p>`
}
