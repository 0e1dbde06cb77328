// A source of maps: the survey's own server, asked page by page; a token is the number of sheets before a page.
import type { Change, Source, SourceModule } from '@shuxiang/record/source'
import { recordWith } from '@shuxiang/record/fixture'
import { z } from 'zod'

const sheet = z.object({
  n: z.int(),
  title: z.string(),
  year: z.int(),
  scale: z.int(),
  /** Set when the survey has taken it back. */
  gone: z.string().optional(),
})
/** One sheet as the survey keeps it. */
export type Sheet = z.infer<typeof sheet>

const page = z.object({
  sheets: z.array(sheet),
  /** Sheets that the survey has in all. */
  total: z.int(),
})
/** What the survey answers to `?from=<number>`: sheets in the order in which they came, from that one. */
export type Page = z.infer<typeof page>

export const maps: SourceModule = {
  name: 'maps',
  async open() {
    const survey = process.env['MAP_SURVEY_URL']
    if (!survey) throw new Error('MAP_SURVEY_URL is not set: name the address of the survey.')
    return mapSource(survey)
  },
}

export function mapSource(survey: string): Source {
  const read = async (from: number, signal: AbortSignal): Promise<Page> => {
    const response = await fetch(`${survey}?from=${from}`, { signal })
    if (!response.ok) throw new Error(`The survey answered ${response.status}.`)
    return page.parse(await response.json())
  }
  return {
    name: 'maps',
    reading: 1,
    collections: [{ id: 'survey', name: '测绘局藏图', description: null, order: 90 }],
    async count({ since, signal }) {
      const from = Number(since ?? 0)
      const { total } = await read(from, signal)
      return total - from
    },
    async *changes({ since, resume, signal }) {
      let from = Number(resume ?? since ?? 0)
      for (;;) {
        const { sheets, total } = await read(from, signal)
        yield* sheets.map(changeOf)
        from += sheets.length
        yield { type: 'checkpoint', token: String(from) }
        if (from >= total || sheets.length === 0) return
      }
    },
  }
}

function changeOf({ n, title, year, scale, gone }: Sheet): Change {
  const id = `map${n}`
  if (gone !== undefined) return { type: 'remove', id, reason: gone }
  const record = recordWith({
    id,
    kind: 'map',
    title,
    agents: [{ name: '测绘局', role: 'issuer', agentId: null, type: 'organisation' }],
    dates: [{ role: 'issued', edtf: String(year) }],
    collection: { id: 'survey', label: '测绘局藏图' },
    details: { scale, projection: '高斯投影' },
  })
  return {
    type: 'put',
    make: () => ({ input: { record, texts: [], files: [], holdings: [] }, persons: [] }),
  }
}
