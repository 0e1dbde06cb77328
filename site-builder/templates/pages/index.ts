/** The pages that every library's site has, whatever its template: what the law asks for and how the site is used. */
import type { PageDoc } from '@shuxiang/site-model'
import { aboutPage } from './about.ts'
import { accessibilityPage } from './accessibility.ts'
import { borrowingPage } from './borrowing.ts'
import { feedbackPage } from './feedback.ts'
import { noticesPage } from './notices.ts'
import { privacyPage } from './privacy.ts'
import { readingPage, type ReadingStep } from './reading.ts'
import { visitPage } from './visit.ts'

/** By path. `reading` is the order in which the template suggests what to read. */
export function commonPages(
  name: string,
  reading: readonly ReadingStep[],
): readonly (readonly [string, PageDoc])[] {
  return [
    ['/visit', visitPage(name)],
    ['/notices', noticesPage(name)],
    ['/borrowing', borrowingPage(name)],
    ['/reading', readingPage(reading)],
    ['/about', aboutPage(name)],
    ['/feedback', feedbackPage(name)],
    ['/accessibility', accessibilityPage(name)],
    ['/privacy', privacyPage(name)],
  ]
}
