/** Who has looked at the drafts, and what somebody does about it: ask, agree, send back, take back. */
import { computed, ref } from 'vue'
import { usePortal } from '@shuxiang/sdk'
import { useSite } from '../desk/site-context.ts'
import {
  ApproveDrafts,
  AskReview,
  SendBackDrafts,
  SiteReview,
  TakeBackApproval,
} from '../operations-later.generated.ts'
import type { SiteReviewData } from '../operations.generated.ts'
import { pressedObject, type Pressed } from '../pressed.ts'
import { useQueryNow } from '../use-query-now.ts'

export type Review = NonNullable<SiteReviewData['siteReview']>

export const acts = ['ask', 'approve', 'sendBack', 'takeBack'] as const
export type Act = (typeof acts)[number]
export interface Deed {
  readonly act: Act
  /** Of what was looked at. */
  readonly hash: string
  readonly words: string
}

/** Reasons of the graph that have words of their own, below `review.refused.`. */
const reasons: Readonly<Record<string, string>> = {
  ...{ changed: 'changed', nothing: 'nothing', reason: 'reason' },
  ...{ 'second-person': 'second', role: 'role', library: 'role' },
}

export function useReview(pressed: Pressed) {
  const portal = usePortal()
  const { site } = useSite()
  const { data, errors, failure, retry } = useQueryNow(SiteReview, () => ({ site: site.value.id }))
  const review = computed(() => data.value?.siteReview ?? null)
  const away = computed(() => failure.value !== null || errors.value.length > 0)
  const busy = ref(false)
  /** Key below `review.refused.`; empty: it was not refused. */
  const refused = ref('')
  /** What was done last. */
  const done = ref<Act | null>(null)

  function ask({ act, hash, words }: Deed) {
    const about = { site: site.value.id, hash }
    switch (act) {
      case 'ask':
        return portal.gql(AskReview, { ...about, words })
      case 'approve':
        return portal.gql(ApproveDrafts, { ...about, words })
      case 'sendBack':
        return portal.gql(SendBackDrafts, { ...about, reason: words })
      case 'takeBack':
        return portal.gql(TakeBackApproval, { ...about, words })
    }
  }
  /** True when it was done. */
  async function send(deed: Deed): Promise<boolean> {
    busy.value = true
    refused.value = ''
    done.value = null
    const answer = await ask(deed).catch(() => null)
    // What stands here is what there is when it is said that it was done.
    await retry()
    busy.value = false
    if (answer?.data) done.value = deed.act
    else refused.value = reasons[answer?.errors[0]?.reason ?? ''] ?? 'away'
    return done.value !== null
  }
  async function act(deed: Deed): Promise<boolean> {
    if (busy.value) return false
    let went = false
    // The page may be left for a fresh code: exactly this is done when it comes back.
    await pressed.during('review', JSON.stringify(deed), async () => {
      went = await send(deed)
    })
    return went
  }
  return { review, away, retry, busy, refused, done, act, send }
}

/** Null where there is none. */
export function resumedDeed(kept: string | null): Deed | null {
  const read = pressedObject(kept)
  if (!read || !('act' in read) || !('hash' in read) || !('words' in read)) return null
  const { act, hash, words } = read
  const known = acts.find((one) => one === act)
  return known && typeof hash === 'string' && typeof words === 'string' ? { act: known, hash, words } : null
}
