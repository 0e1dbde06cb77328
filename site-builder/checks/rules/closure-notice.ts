/** Closures are told in advance. */
import { textFor } from '@shuxiang/site-model'
import { words } from '@shuxiang/vocabulary'
import type { Found, Rule } from '../finding.ts'
import { publicLibraryLaw38 } from '../law.ts'

/** Days from the notice to the closure. The law says “in advance”; the number is ours. */
export const closureLead = 3

const days = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

export const closureNotice: Rule = {
  name: 'closure-notice',
  find: ({ visiting, today }) =>
    (visiting?.closures ?? [])
      .filter(({ from, announced }) => from >= today && days(announced, from) < closureLead)
      .map(({ title, from, announced }): Found => {
        const lead = Math.max(0, days(announced, from))
        const zh = textFor(title, 'zh-CN')?.text ?? ''
        const en = textFor(title, 'en')?.text ?? ''
        return {
          severity: 'warns',
          page: null,
          words: words(
            `闭馆通知“${zh}”离 ${from} 只有 ${lead} 天。除了无法预料的情况，请至少提前 ${closureLead} 天公告。`,
            `The notice “${en}” comes ${lead} days before the closure on ${from}. Unless it could not be foreseen, tell readers at least ${closureLead} days in advance.`,
          ),
          article: publicLibraryLaw38,
        }
      }),
}
