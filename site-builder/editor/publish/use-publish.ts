/** One publication: asked for, at once or for a time, of what was looked at; and what becomes of it. */
import { onScopeDispose, ref, shallowRef } from 'vue'
import { usePortal } from '@shuxiang/sdk'
import { useDraft } from '../desk/draft-store.ts'
import { useSite } from '../desk/site-context.ts'
import {
  Publications,
  PublishSite,
  type PublicationsData,
  type PublishSiteVariables,
} from '../operations.generated.ts'
import type { Pressed } from '../pressed.ts'

export type Publication = NonNullable<PublicationsData['publications']>[number]
export type Seen = NonNullable<PublishSiteVariables['seen']>
/** What is asked for. */
export interface Wish {
  readonly seen: Seen
  /** Of the changes that stood here; null where they did not. */
  readonly hash: string | null
  /** ISO 8601 with its zone; null: at once. */
  readonly publishAt: string | null
}
export type PublishStep = 'before' | 'asking' | 'under-way' | 'live' | 'planned' | 'held' | 'failed'

/** Milliseconds between two looks at what has become of it. */
const lookEvery = 1_000
/** Reasons of the graph that have words of their own, below `publish.`. */
const reasons: Readonly<Record<string, string>> = {
  'second-person': 'second',
  'review-wanted': 'wanted',
  changed: 'changed',
  unsettled: 'unsettled',
  time: 'time',
}

export function usePublish(pressed: Pressed) {
  const portal = usePortal()
  const store = useDraft()
  const { site, refresh } = useSite()
  const step = ref<PublishStep>('before')
  /** Key below `publish.` of why it failed. */
  const why = ref('')
  const made = shallowRef<Publication | null>(null)
  /** When it will be live; ISO 8601. */
  const due = ref('')
  let timer: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => clearTimeout(timer))

  /** The site as it stands here. The page on the desk is told by the desk, which has saved it since the site was asked for. */
  function seen(): Seen {
    const own = store.page?.id
    return {
      rev: site.value.rev,
      pages: site.value.pages.map(({ id, rev }) => ({
        page: id,
        rev: id === own ? (store.draft?.rev ?? rev) : rev,
      })),
    }
  }
  function fail(reason: string): void {
    step.value = 'failed'
    why.value = reason
  }
  async function publish(publishAt: string | null, hash: string | null): Promise<void> {
    step.value = 'asking'
    await store.flush()
    if (store.state !== 'saved') return fail('unsaved')
    const wish = { seen: seen(), hash, publishAt }
    // The page may be left for a fresh code: what was looked at is published when it comes back, and nothing else.
    await pressed.during('publish', JSON.stringify(wish), () => send(wish))
  }
  async function send({ seen: looked, hash, publishAt }: Wish): Promise<void> {
    step.value = 'asking'
    const answer = await portal
      .gql(PublishSite, { site: site.value.id, publishAt, seen: looked, hash })
      .catch(() => null)
    if (!answer?.data) {
      const [error] = answer?.errors ?? []
      fail(reasons[error?.reason ?? ''] ?? (error?.code === 'FORBIDDEN' ? 'forbidden' : 'away'))
      // What stands here from now on is what there is.
      if (error?.reason === 'changed') void Promise.all([refresh(), store.renew()])
      return
    }
    if (publishAt !== null) {
      due.value = answer.data.publishSite.dueAt
      step.value = 'planned'
      return
    }
    step.value = 'under-way'
    await look(answer.data.publishSite.number)
  }
  async function look(number: number): Promise<void> {
    const answer = await portal.gql(Publications, { site: site.value.id }).catch(() => null)
    made.value = answer?.data?.publications?.find((one) => one.number === number) ?? null
    switch (made.value?.state) {
      case 'LIVE':
        step.value = 'live'
        break
      case 'REFUSED':
        step.value = 'held'
        break
      case 'SUPERSEDED':
        fail('superseded')
        break
      case 'ASKED':
      case 'RENDERING':
      case undefined:
        timer = setTimeout(() => void look(number), lookEvery)
        return
    }
    void refresh()
  }
  return { step, why, made, due, publish, send }
}
