// Site: what a page on a branch's host needs before anything else.
import { unavailable } from '@shuxiang/subgraph-kit'
import type { SiteResolvers } from '../../schema/types.generated.ts'
import type { Words } from '../../store/documents.ts'
import { librariesByIds, pathsOf } from '../../store/read.ts'

const textsOf = (words: Words): { language: string; text: string }[] =>
  Object.entries(words).map(([language, text]) => ({ language, text }))

export const names: SiteResolvers['names'] = (doc) => textsOf(doc.names)

export const menu: SiteResolvers['menu'] = (doc) =>
  doc.menu.map(({ path, words }) => ({ path, words: textsOf(words) }))

export const paths: SiteResolvers['paths'] = async ({ _id }, _args, { db, signal }) => [
  ...(await pathsOf(db, _id, { signal })),
]

export const library: SiteResolvers['library'] = async ({ _id }, _args, { db, signal }) => {
  const [found] = await librariesByIds(db, [_id], { signal })
  if (!found) throw unavailable(`The library ${_id} is not in the list of libraries.`)
  return found
}
