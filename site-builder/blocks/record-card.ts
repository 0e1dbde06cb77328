/** What blocks show of a record: `fragment RecordCard`. */
import { html } from '@shuxiang/site-render/markup'
import type { Html } from '@shuxiang/site-render/markup'
import type { BlockContext } from './contract.ts'
import type { RecordCard } from './operations.generated.ts'
import { langOf } from './words.ts'

export type { RecordCard }

/** `唐 · 王维`: period and at most three people. */
export function byLine(
  record: Pick<RecordCard, 'agents' | 'period'>,
  { locale }: Pick<BlockContext, 'locale'>,
): string {
  const people = record.agents.slice(0, 3).map((agent) => agent.name)
  return [record.period?.label, people.join(locale === 'en' ? ', ' : '、')].filter((part) => part).join(' · ')
}

/** The attribute `lang` of such a line on a page in English, where names without pinyin stand in characters. */
export function langOfNames(context: BlockContext, by: string): Html | null {
  if (context.locale !== 'en') return null
  return /^[^A-Za-z]*\p{Script=Han}/u.test(by) ? langOf(context) : html` lang="en"`
}

/** A title as readers of the page's language know it, or as it sounds. */
export function besideHtml({ titleBeside }: Pick<RecordCard, 'titleBeside'>): Html | null {
  if (!titleBeside) return null
  return html`<small class="beside" lang="${titleBeside.language}">${titleBeside.text}</small>`
}
