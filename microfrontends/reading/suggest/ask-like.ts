/** Asks what is like a record that was read: one record a request, as its own page asks, and at most once a day. */
import type { Portal } from '@shuxiang/sdk/contract'
import {
  changeReading,
  cut,
  keepLike,
  type Like,
  type Opened,
  type ReadingHistory,
  type ReadingWindow,
} from '@shuxiang/sdk/reading-history'
import { LikeCollection, LikeRecord, type LikePart } from '../operations.generated.ts'
import { MOST_SEEDS } from './suggested.ts'

const FRESH = 24 * 60 * 60 * 1000
/** Of fewer works on the same things and by the same creator, the collection has something to say too. */
const FEW = 3

/** One after the other, so that no request tells of two. What does not come is asked for another time. */
export async function askLike(
  { gql, locale, signal }: Pick<Portal, 'gql' | 'locale' | 'signal'>,
  window: ReadingWindow,
  { opened, like }: ReadingHistory,
  now: () => Date,
): Promise<void> {
  for (const { recordId } of opened.slice(0, MOST_SEEDS)) {
    const kept = like.find((one) => one.recordId === recordId)
    if (kept && kept.locale === locale && now().getTime() - Date.parse(kept.at) < FRESH) continue
    const records = await likeOf({ gql, locale, signal }, recordId)
    if (signal.aborted) return
    if (records) changeReading(window, keepLike({ recordId, at: now().toISOString(), locale, records }))
  }
}

/** Null when no answer came. */
async function likeOf(
  { gql, locale, signal }: Pick<Portal, 'gql' | 'locale' | 'signal'>,
  recordId: Opened['recordId'],
): Promise<Like[] | null> {
  try {
    const { data } = await gql(LikeRecord, { id: recordId, language: locale }, { signal })
    if (!data) return null
    const found = taking(data.record?.alike ?? [], data.record?.related ?? [])
    const { collection, kind } = data.record ?? {}
    if (found.length < FEW && collection && kind) {
      const of = { collection: collection.id, kind, language: locale }
      const { data: more } = await gql(LikeCollection, of, { signal })
      found.push(...(more?.search.edges ?? []).map(({ node }) => node))
    }
    return found.filter(({ id }) => id !== recordId).map(likeFrom)
  } catch {
    return null
  }
}

/** What others wrote on the same things and what its creator wrote besides, by turns. */
function taking(alike: readonly LikePart[], related: readonly LikePart[]): LikePart[] {
  return Array.from({ length: Math.max(alike.length, related.length) }, (_, n) =>
    [alike[n], related[n]].filter((one) => one !== undefined),
  ).flat()
}

const likeFrom = ({ id, title, kind, kindName, language, agents }: LikePart): Like => ({
  recordId: id,
  title: cut(title),
  by: cut(agents.map(({ label }) => label).join('、')),
  ...{ kind, kindName, language },
})
