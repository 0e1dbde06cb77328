// What formats without a field for it say in a note: period, people of rarer roles, measures.
import { entryOf, roles } from '@shuxiang/vocabulary'
import type { Did, Work } from './work.ts'

/** One fact each, in Chinese. */
export function noted(work: Work): string[] {
  const { period, people, others, maker, variables } = work
  return [
    period ?? '',
    attribution(work),
    people.commentator.length === 0 ? '' : `${people.commentator.join('、')}注`,
    ...(maker ? [maker, ...others] : others).map((did) => statement(did, 'zh-CN', '、')),
    variables.note ?? '',
  ].filter(Boolean)
}

/** To whom old books attribute it; beside a known author to whom other texts do. Empty for most. */
export function attribution({ people: { attributed }, authors }: Work): string {
  if (attributed.length === 0) return ''
  const names = attributed.join('、')
  return attributed.some((name) => authors.includes(name)) ? `旧题${names}撰` : `一作${names}`
}

/** What people did, as the vocabulary states it. */
export function statement(
  { role, names }: Did,
  language: 'zh-CN' | 'en',
  between: string | ((names: readonly string[]) => string),
): string {
  const listed = typeof between === 'string' ? names.join(between) : between(names)
  return entryOf(roles, role)?.statement[language].replace('{name}', () => listed) ?? listed
}
