// A store of three thousand sites that wait for their first publication, with records for their shelves.
import type { RecordInput } from '@shuxiang/record'
import { recordWith } from '@shuxiang/record/fixture'
import { libraryNames } from '@shuxiang/product/libraries'
import { installedKinds, subgraphs } from '@shuxiang/product/subgraphs'
import { upsertMany } from '@shuxiang/subgraph-catalogue/content'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { openSite } from '@shuxiang/subgraph-sites/content'
import type { Db } from 'mongodb'
import { countyTemplateSite } from '../../../../site-builder/publish/testing/county-site.ts'

export const SITES = 3_000
export const PAGES = 12
export const RECORDS = 600

/** Fills an empty store; tells the milliseconds that the sites took. */
export async function fillNation(db: Db): Promise<number> {
  const now = new Date()
  await prepareStore({ db, now: () => now }, subgraphs)
  const { refused } = await upsertMany(db, await installedKinds(), records, now)
  if (refused.length > 0) throw new Error(`A record was refused: ${String(refused[0])}`)
  // Those of a new installation are of other templates.
  for (const name of ['sites', 'site_pages', 'site_publications']) await db.collection(name).deleteMany({})
  const libraries = (await libraryNames(db)).slice(0, SITES)
  if (libraries.length < SITES) throw new Error(`There are only ${libraries.length} libraries.`)
  const began = performance.now()
  for (const { code, name } of libraries) {
    const { facts, pages } = countyTemplateSite(now, code, name)
    const { names, seal, theme, menu } = facts
    const own = [...pages].map(([path, page]) => [path, JSON.stringify(page)] as const)
    // Some of its own stand there more than once, until there are as many as are asked for.
    const more = Array.from(
      { length: PAGES - own.length },
      (_, k) => [`/more-${k}`, own[k]?.[1] ?? ''] as const,
    )
    await openSite(
      db,
      { code, names, seal, theme, menu, template: 'county', pages: new Map([...own, ...more]) },
      now,
    )
  }
  return performance.now() - began
}

/** Poems and books for the shelves, open to all. */
const records: readonly RecordInput[] = Array.from({ length: RECORDS }, (_, n) => ({
  record: recordWith({
    id: `${n % 2 === 0 ? 'p' : 'b'}bench${n}`,
    kind: n % 2 === 0 ? 'poem' : 'book',
    title: `山居秋暝之${n}`,
    agents: [{ name: '王维', role: 'author', agentId: 'awangwei', type: 'person' }],
    prior: n,
    contents: n % 2 === 0 ? [] : [{ n: 1, title: '卷一' }],
  }),
  texts: [
    {
      n: n % 2 === 0 ? 0 : 1,
      title: n % 2 === 0 ? null : '卷一',
      paragraphs: [{ text: '空山新雨后，天气晚来秋。', kind: n % 2 === 0 ? 'verse' : 'prose' }],
    },
  ],
  files: [],
  holdings: [],
}))
