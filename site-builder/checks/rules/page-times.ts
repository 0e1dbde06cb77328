/** Pages that begin or end to stand at a time: one that never does is a slip, and a page that has ended is easily forgotten. */
import { textFor } from '@shuxiang/site-model'
import { clockInChina, words } from '@shuxiang/vocabulary'
import type { Found, Rule } from '../finding.ts'

/** Days in China. */
const dayIn = (instant: string): string => clockInChina(new Date(instant)).slice(0, 10)

export const pageTimes: Rule = {
  name: 'page-times',
  find: ({ pages, today }) =>
    [...pages].flatMap(([page, { meta }]): Found[] => {
      const { from, until } = meta
      const title = textFor(meta.title, 'zh-CN')?.text ?? page
      const titleEn = textFor(meta.title, 'en')?.text ?? page
      if (page === '/' && (from !== undefined || until !== undefined))
        return [
          {
            severity: 'warns',
            page,
            words: words(
              '首页一直都在，给它设的起止时间不起作用。请去掉。',
              'The home page always stands; its times have no effect. Take them away.',
            ),
          },
        ]
      if (from !== undefined && until !== undefined && Date.parse(until) <= Date.parse(from))
        return [
          {
            severity: 'blocks',
            page,
            words: words(
              `“${title}”的结束时间不晚于开始时间，永远不会显示。请改正。`,
              `“${titleEn}” ends before it begins and would never be shown. Change one of both times.`,
            ),
          },
        ]
      if (until !== undefined && dayIn(until) < today)
        return [
          {
            severity: 'warns',
            page,
            words: words(
              `“${title}”在 ${dayIn(until)} 已经到期，读者看不到了。请删去它，或者改结束时间。`,
              `“${titleEn}” has ended on ${dayIn(until)} and readers do not find it any more. Take it away or change its end.`,
            ),
          },
        ]
      return []
    }),
}
