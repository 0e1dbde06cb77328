/** Publishes a site by one press, and tells what becomes of it. */
import { onScopeDispose, ref, shallowRef } from 'vue'
import { usePortal } from '@shuxiang/sdk'
import { Publications, PublishSite, type PublicationsData } from '../operations.generated.ts'
import { refusalOf } from './refusal.ts'

export type Publication = NonNullable<PublicationsData['publications']>[number]

/** Milliseconds between two looks at what has become of it. */
const lookEvery = 1_000

export function usePublishing(site: () => string) {
  const portal = usePortal()
  const state = ref<'before' | 'under-way' | 'live' | 'held'>('before')
  /** Key below `start.refused.`. */
  const refused = ref('')
  const made = shallowRef<Publication | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => clearTimeout(timer))

  async function publish(): Promise<void> {
    if (state.value === 'under-way') return
    state.value = 'under-way'
    refused.value = ''
    const answer = await portal
      .gql(PublishSite, { site: site(), publishAt: null, seen: null, hash: null })
      .catch(() => null)
    if (answer?.data) return look(answer.data.publishSite.number)
    const [error] = answer?.errors ?? []
    state.value = 'before'
    refused.value = error ? refusalOf(error) : 'away'
  }
  /** What was published after it has it too. */
  async function look(number: number): Promise<void> {
    const answer = await portal.gql(Publications, { site: site() }).catch(() => null)
    const done = (answer?.data?.publications ?? []).filter(
      (one) => one.number >= number && (one.state === 'LIVE' || one.state === 'REFUSED'),
    )
    made.value = done[0] ?? null
    if (made.value) state.value = made.value.state === 'LIVE' ? 'live' : 'held'
    else timer = setTimeout(() => void look(number), lookEvery)
  }
  return { state, refused, made, publish }
}
