/** The numbers under which the site is registered, at the foot of its pages. */
import { words } from '@shuxiang/vocabulary'
import type { Found, Rule } from '../finding.ts'
import { internetServices12 } from '../law.ts'

/** Of a province, with the number of the site after it: `京ICP备12345678号-1`. */
const icpNumber = /^\p{Script=Han}ICP备\d{8,10}号(?:-\d{1,3})?$/u
/** `京公网安备11010502030143号`; a space before the number is usual. */
const policeNumber = /^\p{Script=Han}公网安备 ?\d{14}号$/u

const wrong = (number: string, zh: string, en: string): Found => ({
  severity: 'warns',
  page: null,
  words: words(
    `备案号“${number}”的写法不对，应当像“${zh}”。请照备案通知改正。`,
    `The filing number “${number}” is not written as such numbers are: ${en}. Correct it as your notice has it.`,
  ),
})

export const filingNumber: Rule = {
  name: 'filing-number',
  find({ facts: { filings = {} } }) {
    const { icp = '', publicSecurity = '' } = filings
    const found: Found[] = []
    if (icp === '')
      found.push({
        severity: 'warns',
        page: null,
        words: words(
          '还没有填写网站备案号（ICP 备案）。新站可以先发布试用；用自己的域名对外开放以前，请在“网站设置”里填上，它会显示在每一页的页脚。',
          'The filing number of the site (ICP) is not filled in. A new site may be tried without; before it opens to the public on a domain of its own, give it in the settings of the site, and it stands at the foot of every page.',
        ),
        article: internetServices12,
      })
    else if (!icpNumber.test(icp)) found.push(wrong(icp, '京ICP备12345678号-1', '京ICP备12345678号-1'))
    if (publicSecurity !== '' && !policeNumber.test(publicSecurity))
      found.push(wrong(publicSecurity, '京公网安备11010502030143号', '京公网安备11010502030143号'))
    return found
  },
}
