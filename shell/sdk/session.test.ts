// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, h, nextTick } from 'vue'
import { ANONYMOUS, type Session } from './contract.ts'
import { createQueryCache } from './query-cache.ts'
import { createReadersAnswers } from './readers-answers.ts'
import { useSession } from './session.ts'
import { mockPortal, mountWithPortal, type MountedWithPortal } from './testing/index.ts'

const lin: Session = {
  status: 'signed-in',
  name: '林晚晴',
  library: 'n330110',
  reader: 'r1',
  staff: false,
  level: 1,
}
const zhou: Session = { ...lin, name: '周小禾', library: 'n440305' }
const messages = { 'zh-CN': {}, en: {} }
const drawn: string[] = []
const component = defineComponent({
  setup() {
    const session = useSession()
    return () => {
      drawn.push(session.value.status)
      return h('p', session.value.name ?? '')
    }
  },
})
let mounted: MountedWithPortal | null = null
afterEach(() => {
  mounted?.unmount()
  mounted = null
  drawn.length = 0
})

describe('useSession', () => {
  it('begins as on the server, and knows better once mounted', async () => {
    const portal = mockPortal({}, { session: lin })
    mounted = await mountWithPortal(component, { portal, messages, element: document.createElement('div') })
    await nextTick()
    expect(drawn).toEqual(['unknown', 'signed-in'])
  })
  it('follows signing out and in, until its component leaves', async () => {
    const portal = mockPortal({}, { session: lin })
    mounted = await mountWithPortal(component, { portal, messages, element: document.createElement('div') })
    portal.becomes(ANONYMOUS)
    await nextTick()
    portal.becomes(zhou)
    await nextTick()
    expect(drawn.slice(-2)).toEqual(['anonymous', 'signed-in'])
    mounted.unmount()
    mounted = null
    const before = drawn.length
    portal.becomes(ANONYMOUS)
    await nextTick()
    expect(drawn).toHaveLength(before)
  })
})

describe('kept answers', () => {
  const cached = () => {
    const queries = createQueryCache(() => 0)
    queries.set('k', { result: { data: 1, errors: [] } })
    return queries
  }
  it('stay while the browser learns that nobody is signed in', () => {
    const queries = cached()
    const portal = mockPortal()
    createReadersAnswers()(portal, queries)
    portal.becomes(ANONYMOUS)
    expect(queries.get('k')).not.toBeNull()
  })
  it.each([
    ['signs in', ANONYMOUS, lin],
    ['signs out', lin, ANONYMOUS],
    ['is followed by another', lin, zhou],
  ])('are forgotten when a reader %s', (_what, before, after) => {
    const portal = mockPortal({}, { session: before })
    const follow = createReadersAnswers()
    const queries = cached()
    follow(
      portal,
      createQueryCache(() => 0),
    )
    follow(portal, queries)
    expect(queries.get('k')).not.toBeNull()
    portal.becomes(after)
    expect(queries.get('k')).toBeNull()
  })
})
