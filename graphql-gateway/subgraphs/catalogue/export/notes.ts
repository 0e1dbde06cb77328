// What formats without a field for it say in a note: period, people of rarer roles, measures.
import { entryOf, roles } from '@shuxiang/vocabulary'
import type { Did, Work } from './work.ts'

/** One fact each, in Chinese. */
export function noted(work: Work): string[] {
  const { period, people, others, maker, variables } = work
  return [
    period ?? '',
    people.attributed.length === 0 ? '' : `旧题${people.attributed.join('、')}撰`,
    people.commentator.length === 0 ? '' : `${people.commentator.join('、')}注`,
    ...(maker ? [maker, ...others] : others).map((did) => statement(did, 'zh-CN', '、')),
    variables.note ?? '',
  ].filter(Boolean)
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
