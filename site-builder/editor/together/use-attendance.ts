/** Keeps the desk known to colleagues at the same page, and colleagues known to the desk, while it is open and looked at. */
import { onMounted, onScopeDispose, ref, watch } from 'vue'
import { usePortal } from '@shuxiang/sdk'
import { useDesk } from '../desk/desk-store.ts'
import { useDraft } from '../desk/draft-store.ts'
import { newId } from '../draft/new-id.ts'
import { usePractice } from '../practice/practice-context.ts'
import { AttendPage, LeavePage, PageComments, TakeOverPage } from '../operations-later.generated.ts'
import type { AttendPageData } from '../operations.generated.ts'
import { beatTimes, startAttendance, type Attendance, type Beat } from './attendance.ts'
import { useTogether, type Colleague } from './together-store.ts'
import { namesIn } from './names-in.ts'
import { useTakeIn } from './use-take-in.ts'
import { words } from './words.ts'

type Presence = AttendPageData['attendPage']

/** Milliseconds between two sentences about changes that came by themselves. */
const saidAgainAfter = 60_000

export function useAttendance() {
  const { t, d, locale } = words.use()
  const portal = usePortal()
  const store = useDraft()
  const desk = useDesk()
  const together = useTogether()
  const takeIn = useTakeIn()
  /** The practice site is on this device alone: nobody else is there. */
  const alone = usePractice() !== null
  /** Whoever is here has the page; null: not known yet. */
  const mine = ref<boolean | null>(null)
  /** It was theirs, and a colleague has taken it over. */
  const lost = ref(false)
  const troubled = ref(false)
  let attendance: Attendance | null = null
  let told = -Infinity
  let said = -Infinity

  /** Drawn anew for each page that is opened: a farewell that arrives late ends no later visit. */
  let tab = newId()

  async function send(page: string): Promise<Beat> {
    // Nobody is led away to sign in because their desk gave a sign of life.
    const answer = await portal
      .gql(AttendPage, { page, desk: tab, block: desk.chosen }, { stays: true })
      .catch(() => null)
    if (page !== together.page) return 'ended'
    const presence = answer?.data?.attendPage
    if (presence) {
      await hear(page, presence)
      return 'told'
    }
    // Whoever was here has been forgotten by now, or this desk has.
    if (Date.now() - told > beatTimes.forgets) together.setColleagues([], 0)
    const { code = '' } = answer?.errors[0] ?? {}
    return ['', 'SERVICE_UNAVAILABLE', 'INTERNAL_SERVER_ERROR', 'INTERNAL'].includes(code) ? 'away' : 'ended'
  }

  async function hear(page: string, presence: Presence): Promise<void> {
    const first = told === -Infinity
    told = Date.now()
    const before = together.colleagues
    together.setColleagues(presence.colleagues, presence.colleagueCount)
    if (!first) sayWhoCame(before, presence.colleagues)
    const holder = presence.colleagues[0] ?? null
    if (presence.mine) lost.value = false
    else if (mine.value === true && holder?.took) {
      lost.value = true
      portal.announce(t('lease.lost', { name: holder.name }))
    } else if (first && holder) portal.announce(t('lease.since', sinceOf(holder)))
    mine.value = presence.mine
    await Promise.all([hearComments(page, presence), hearChanges(presence)])
  }
  const sinceOf = ({ name, since }: Colleague) => ({ name, time: d(since, { timeStyle: 'short' }) })
  async function hearComments(page: string, { commentsRev }: Presence): Promise<void> {
    if (commentsRev <= together.commentsRev || (commentsRev === 0 && together.threads.length === 0)) return
    const answer = await portal.gql(PageComments, { page }, { stays: true }).catch(() => null)
    if (answer?.data?.pageComments) together.setComments(page, answer.data.pageComments)
  }
  async function hearChanges({ rev }: Presence): Promise<void> {
    const name = await takeIn(rev)
    if (name === null || Date.now() - said < saidAgainAfter) return
    said = Date.now()
    portal.announce(t('came', { name }))
  }
  /** One sentence, however many came and went. */
  function sayWhoCame(before: readonly Colleague[], now: readonly Colleague[]): void {
    const without = (some: readonly Colleague[], others: readonly Colleague[]): string[] =>
      some.filter(({ name }) => !others.some((other) => other.name === name)).map(({ name }) => name)
    const [came, went] = [without(now, before), without(before, now)]
    if (came.length > 0) portal.announce(t('came.here', { names: namesIn(came, locale) }))
    else if (went.length > 0) portal.announce(t('went', { names: namesIn(went, locale) }))
  }

  function leave(page: string | null): void {
    if (page !== null && !alone)
      void portal.gql(LeavePage, { page, desk: tab }, { stays: true }).catch(() => {})
  }
  function attend(page: string | null): void {
    attendance?.close()
    leave(together.page)
    together.begin(page)
    tab = newId()
    mine.value = null
    lost.value = false
    told = said = -Infinity
    attendance = null
    if (page === null || alone) return
    attendance = startAttendance({
      send: () => send(page),
      now: () => Date.now(),
      timers: {
        set: (after, run) => setTimeout(run, after),
        clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
      },
    })
    if (document.visibilityState === 'visible') void attendance.beat()
  }
  watch(() => store.page?.id ?? null, attend, { immediate: true })
  watch(
    () => desk.chosen,
    () => attendance?.soon(),
  )
  watch(
    () => store.state,
    (state, before) => {
      if (state === 'saved' && before !== 'saved') attendance?.soon()
    },
  )
  onMounted(() => {
    const options = { signal: portal.signal }
    const beat = (): void => void attendance?.beat()
    window.addEventListener('focus', beat, options)
    window.addEventListener('online', beat, options)
    window.addEventListener('pagehide', () => leave(together.page), options)
    document.addEventListener(
      'visibilitychange',
      () => (document.visibilityState === 'visible' ? beat() : attendance?.rest()),
      options,
    )
  })
  onScopeDispose(() => {
    attendance?.close()
    leave(together.page)
    together.begin(null)
  })

  async function takeOver(): Promise<void> {
    const { page } = together
    if (page === null) return
    const answer = await portal.gql(TakeOverPage, { page, desk: tab }).catch(() => null)
    troubled.value = !answer?.data
    if (answer?.data) {
      await hear(page, answer.data.takeOverPage)
      portal.announce(t('lease.taken'))
    }
  }
  return { mine, lost, troubled, takeOver, sinceOf }
}
