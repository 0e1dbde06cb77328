/** One thing that changes what is kept: sent by a press, told in words, and taken up again after a one-time code. */
import { onMounted, onScopeDispose, ref, type Ref } from 'vue'
import { usePortal, type GqlResult } from '@shuxiang/sdk'
import { forgetDraft, keepDraft, takeDraft, type Kept } from './draft.ts'
import { refusalOf } from './refusal.ts'

export interface DeedOptions<Values> {
  /** What is done to what: the same when the page was left and comes back. */
  readonly deed: string
  /** User name of who does it. */
  readonly by: string
  /** Asks the graph. The same once more must change nothing. */
  run(values: Values): Promise<GqlResult<unknown>>
  /** The graph has done it. */
  done(values: Values): void
}

export interface Deed<Values> {
  readonly busy: Readonly<Ref<boolean>>
  /** Key below `refused.` of why it was not done; empty when nothing was refused. */
  readonly refused: Ref<string>
  send(values: Values): Promise<void>
  /** What the form held when a code was asked for: it begins with it. */
  readonly kept: Values | null
}

/**
 * For a form. The portal leaves for the sign-in when the graph wants a fresh code, and the promise of `run` then never
 * ends; what comes back after the code is sent once by itself.
 */
export function useDeed<Values extends Readonly<Record<string, string>>>({
  deed,
  by,
  run,
  done,
}: DeedOptions<Values>): Deed<Values> {
  const portal = usePortal()
  const busy = ref(false)
  const refused = ref('')
  const draft = takeDraft(window, deed, by)
  const kept = draft === null ? null : valuesOf<Values>(draft)

  async function send(values: Values, again = false): Promise<void> {
    if (busy.value) return
    busy.value = true
    refused.value = ''
    // Asked for a code a second time, it waits to be pressed: else a clock that is off would lead in circles.
    if (!again) keepDraft(window, deed, by, values)
    try {
      const [error] = (await run(values)).errors
      if (error) refused.value = refusalOf(error)
      else done(values)
    } catch {
      refused.value = 'no-answer'
    } finally {
      forgetDraft(window)
      busy.value = false
    }
  }

  /** The browser shows the page as it was left: nothing is on its way any more. */
  function shown({ persisted }: PageTransitionEvent): void {
    if (!persisted) return
    forgetDraft(window)
    busy.value = false
  }
  onMounted(() => {
    window.addEventListener('pageshow', shown, { signal: portal.signal })
    if (draft?.send && kept) void send(kept, true)
  })
  onScopeDispose(() => window.removeEventListener('pageshow', shown))
  return { busy, refused, send: (values) => send(values), kept }
}

/** Fields of the form by name, as this very form wrote them for this very deed. */
function valuesOf<Values>({ values }: Kept): Values {
  return values as Values
}
