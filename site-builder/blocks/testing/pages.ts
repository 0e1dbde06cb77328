/** Pages in one call, for tests. */
import type { PageDoc } from '@shuxiang/site-model'
import type { Answer, BlockHead, RenderContext } from '../contract.ts'
import { openPage } from '../page.ts'
import type { Answers, PageQuery } from '../page.ts'

export const context: RenderContext = {
  locale: 'zh-CN',
  today: '2026-11-22',
  now: '2026-11-22T12:00:00Z',
  parameters: {},
}

export const queriesOf = (doc: PageDoc, at: RenderContext): readonly PageQuery[] => openPage(doc, at).queries
export const renderPage = (doc: PageDoc, answers: Answers, at: RenderContext): string =>
  openPage(doc, at).render(answers)
export const headOf = (doc: PageDoc, answers: Answers, at: RenderContext): BlockHead =>
  openPage(doc, at).head(answers)
export const missesItsSubject = (doc: PageDoc, answers: Answers, at: RenderContext): boolean =>
  openPage(doc, at).missing(answers)
export const textOf = (doc: PageDoc, at: RenderContext): string => openPage(doc, at).text()

/** Answers under the keys of a page's queries. */
export function answersFor(
  doc: PageDoc,
  byOperation: Readonly<Record<string, Answer>>,
  at: RenderContext = context,
): Answers {
  return new Map(queriesOf(doc, at).map((query) => [query.key, byOperation[query.operation]]))
}
