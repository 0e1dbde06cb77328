// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick, ref, type Ref } from 'vue'
import type { Operation } from './contract.ts'
import { useQuery, type Query } from './query.ts'
import {
  gatewayAway,
  mockPortal,
  mountWithPortal,
  type MockAnswer,
  type MountedWithPortal,
} from './testing/index.ts'

interface Named {
  readonly name: string
}
const Ask: Operation<Named, { readonly of: string }> = { id: 'sha256:0', name: 'Ask', text: 'query Ask' }

let away: boolean
let online: boolean
let answer: MockAnswer
let of: Ref<string>
let query: Query<Named>
let mounted: MountedWithPortal
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await nextTick()
}

beforeEach(async () => {
  vi.useFakeTimers()
  away = false
  online = true
  vi.spyOn(navigator, 'onLine', 'get').mockImplementation(() => online)
  answer = (variables) =>
    away ? gatewayAway() : { data: { name: `answer to ${JSON.stringify(variables)}` } }
  of = ref('a')
  const component = defineComponent({
    setup() {
      query = useQuery(Ask, () => ({ of: of.value }))
      return () => h('p', query.data.value?.name)
    },
  })
  const portal = mockPortal({
    Ask: (variables) => (typeof answer === 'function' ? answer(variables) : answer),
  })
  const messages = { 'zh-CN': {}, en: {} }
  mounted = await mountWithPortal(component, { portal, messages, element: document.createElement('div') })
  await settled()
})
afterEach(() => {
  mounted.unmount()
  vi.useRealTimers()
  vi.restoreAllMocks()
})
const next = async (question: string): Promise<void> => {
  of.value = question
  await settled()
}
const shown = (): string | null => query.data.value?.name ?? null

describe('a question without an answer', () => {
  it('never leaves the answer to another question standing', async () => {
    away = true
    await next('b')
    expect(query.failure.value).not.toBeNull()
    expect([shown(), query.stale.value]).toEqual([null, false])
  })

  it('keeps the former answer to the same question', async () => {
    away = true
    await query.retry()
    expect(query.failure.value).not.toBeNull()
    expect(shown()).toContain('"a"')
  })

  it('shows nothing of another question while the device is offline, not even before it failed', async () => {
    online = false
    answer = () => new Promise<never>(() => {})
    await next('b')
    expect([shown(), query.loading.value]).toEqual([null, true])
  })

  it('is asked again by itself, and when the network is back', async () => {
    away = true
    await next('b')
    away = false
    await vi.advanceTimersByTimeAsync(2_000)
    expect([shown(), query.failure.value]).toEqual(['answer to {"of":"b"}', null])
    away = true
    online = false
    await next('c')
    away = false
    online = true
    window.dispatchEvent(new Event('online'))
    await settled()
    expect(shown()).toContain('"c"')
  })

  it('is asked again after a part of the graph failed, not after the reader’s own mistake', async () => {
    let code = 'SERVICE_UNAVAILABLE'
    let asked = 0
    answer = () => {
      asked += 1
      return { data: { name: 'part' }, errors: [{ message: 'no', path: ['name'], code }] }
    }
    await next('b')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(asked).toBe(2)
    code = 'BAD_USER_INPUT'
    await vi.advanceTimersByTimeAsync(5_000)
    expect(asked).toBe(3)
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(asked).toBe(3)
  })

  it('forgets its failure when another question is asked or the page is left', async () => {
    away = true
    await next('b')
    answer = () => new Promise<never>(() => {})
    await next('c')
    expect([query.failure.value, query.loading.value]).toEqual([null, true])
    answer = () => gatewayAway()
    await next('d')
    let asked = 0
    answer = () => {
      asked += 1
      return gatewayAway()
    }
    mounted.unmount()
    window.dispatchEvent(new Event('online'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toBe(0)
  })
})
