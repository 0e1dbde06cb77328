// A source of maps: sheets in the order of their numbers, told as changes; a token is the number behind the last one.
import type { Change, SourceModule } from '@shuxiang/record/source'
import { recordWith } from '@shuxiang/record/fixture'

/** One sheet as the survey keeps it. */
export interface Sheet {
  readonly n: number
  readonly title: string
  readonly year: number
  readonly scale: number
  /** Set when the survey has taken it back. */
  readonly gone?: string
}

const page = 10

/** `sheets` is asked anew for every run, and `told` hears from where each run begins. */
export function mapSource(
  sheets: () => readonly Sheet[],
  told: (from: number) => void = () => {},
): SourceModule {
  return {
    name: 'maps',
    open: () =>
      Promise.resolve({
        name: 'maps',
        reading: 1,
        collections: [{ id: 'survey', name: '测绘局藏图', description: null, order: 90 }],
        count: ({ since }) => Promise.resolve(sheets().length - Number(since ?? 0)),
        async *changes({ since, resume, signal }) {
          const all = sheets()
          const from = Number(resume ?? since ?? 0)
          told(from)
          for (let at = from; at < all.length; at += page) {
            signal.throwIfAborted()
            yield* all.slice(at, at + page).map(changeOf)
            yield { type: 'checkpoint', token: String(Math.min(at + page, all.length)) }
          }
        },
      }),
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
