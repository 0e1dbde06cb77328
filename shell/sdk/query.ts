/** Ask the graph from a component: on the server before the HTML, in the browser without asking twice. */
import {
  onMounted,
  onScopeDispose,
  onServerPrefetch,
  shallowRef,
  toValue,
  watch,
  type MaybeRefOrGetter,
  type ShallowRef,
} from 'vue'
import { GqlUnavailable, type GqlError, type Operation } from './contract.ts'
import { useContext } from './context.ts'
import { queryKey, type Answer } from './query-cache.ts'
import { createRecovery } from './recovery.ts'

export interface Query<Data> {
  /**
   * The newest answer. While another question is under way the former answer stays (see `stale`), unless the device is
   * offline; when no answer comes it goes: what answers another question is never left standing.
   */
  readonly data: Readonly<ShallowRef<Data | null>>
  /** Errors of a partial answer, each with the path it left null. */
  readonly errors: Readonly<ShallowRef<readonly GqlError[]>>
  /** Set when no answer came at all, until one does or another question is asked; `data` then is of this question. */
  readonly failure: Readonly<ShallowRef<GqlUnavailable | null>>
  /** A question is under way. */
  readonly loading: Readonly<ShallowRef<boolean>>
  /** `data` answers an earlier question than the present variables ask. */
  readonly stale: Readonly<ShallowRef<boolean>>
  /** Ask again with the present variables, past the cache. Settles when the answer or the failure is there. */
  retry(): Promise<void>
}

/**
 * Run a trusted operation with variables that may be reactive; `null` variables ask nothing.
 * A change of variables aborts what is under way. A kept answer is shown at once and, if it is older than 30 s,
 * asked again behind it. Never throws: a missing answer is `failure`, a partial one has `errors`; both are asked for
 * again by themselves when the network is back, and now and then until then.
 */
export function useQuery<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: MaybeRefOrGetter<Variables | null>,
): Query<Data> {
  const { portal, queries, server } = useContext('useQuery')
  const data = shallowRef<Data | null>(null)
  const errors = shallowRef<readonly GqlError[]>([])
  const failure = shallowRef<GqlUnavailable | null>(null)
  const loading = shallowRef(false)
  const stale = shallowRef(false)
  let underWay: AbortController | null = null
  const recovery = server ? null : createRecovery(() => void retry())

  function show(answer: Answer): void {
    stale.value = false
    if ('failure' in answer) {
      failure.value = new GqlUnavailable(answer.failure, true)
      return
    }
    failure.value = null
    // The operation's generated types describe the gateway's validated answer to it.
    data.value = answer.result.data as Data | null
    errors.value = answer.result.errors
  }

  async function ask(present: Variables): Promise<void> {
    stop()
    const own = new AbortController()
    underWay = own
    loading.value = true
    const leave = (): void => own.abort(portal.signal.reason)
    portal.signal.addEventListener('abort', leave, { once: true })
    const key = queryKey(operation, present)
    try {
      const result = await portal.gql(operation, present, { signal: own.signal })
      if (own.signal.aborted) return
      queries.set(key, { result })
      show({ result })
      if (result.errors.some(({ code }) => code !== 'BAD_USER_INPUT')) recovery?.failed()
      else recovery?.rest()
    } catch (error) {
      if (own.signal.aborted) return
      failure.value = asUnavailable(error)
      forgetFormer()
      if (failure.value.retryable) recovery?.failed()
      if (server) queries.set(key, { failure: failure.value.message })
      if (!isUnavailable(error))
        portal.log('error', `query ${operation.name} failed`, { reason: String(error) })
    } finally {
      portal.signal.removeEventListener('abort', leave)
      if (underWay === own) {
        underWay = null
        loading.value = false
      }
    }
  }

  function stop(): void {
    underWay?.abort()
    underWay = null
    loading.value = false
  }

  function forgetFormer(): void {
    if (!stale.value) return
    stale.value = false
    data.value = null
    errors.value = []
  }

  /** Show what is kept; true when the graph must be asked. */
  function begin(present: Variables): boolean {
    recovery?.rest()
    const kept = queries.get(queryKey(operation, present))
    if (kept) show(kept.answer)
    else {
      failure.value = null
      stale.value = data.value !== null
      if (!server && !navigator.onLine) forgetFormer()
    }
    return !kept?.fresh || 'failure' in kept.answer
  }

  const first = toValue(variables)
  const mustAsk = first !== null && begin(first)
  if (server) {
    if (first !== null && mustAsk) onServerPrefetch(() => ask(first))
  } else {
    // A failure that came with the server's HTML is shown first, as hydration expects, and then asked again.
    if (first !== null && mustAsk) {
      if (failure.value) onMounted(() => void ask(first))
      else void ask(first)
    }
    watch(
      () => {
        const present = toValue(variables)
        return present === null ? null : queryKey(operation, present)
      },
      () => {
        const present = toValue(variables)
        stop()
        if (present !== null && begin(present)) void ask(present)
      },
    )
    onScopeDispose(() => {
      stop()
      recovery?.rest()
    })
  }

  async function retry(): Promise<void> {
    const present = toValue(variables)
    if (present !== null) await ask(present)
  }
  return { data, errors, failure, loading, stale, retry }
}

/** By name, because a server bundle may carry its own copy of the class. */
function isUnavailable(error: unknown): error is GqlUnavailable {
  return error instanceof Error && error.name === 'GqlUnavailable'
}

function asUnavailable(error: unknown): GqlUnavailable {
  if (error instanceof GqlUnavailable) return error
  const retryable = isUnavailable(error) ? error.retryable : false
  return new GqlUnavailable(error instanceof Error ? error.message : String(error), retryable)
}
