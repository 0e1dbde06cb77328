// @vitest-environment happy-dom
import { contextKey, mockContext, mockPortal } from '@shuxiang/sdk/testing'
import { expect, it } from 'vitest'
import { createApp, defineComponent } from 'vue'
import { WhoIsHere } from './operations-later.generated.ts'
import { useQueryNow } from './use-query-now.ts'

it('asks once where nothing is kept, and once more where something is', async () => {
  const portal = mockPortal({ WhoIsHere: { data: { staff: { username: 'n33/a' } } } })
  const asked = (): number => portal.calls.gql.length
  const context = mockContext(portal, { 'zh-CN': {}, en: {} })
  const seen: string[] = []
  const open = () => {
    const app = createApp(
      defineComponent(() => {
        const { data } = useQueryNow(WhoIsHere, () => ({}))
        seen.push(data.value?.staff?.username ?? '')
        return () => null
      }),
    )
    app.provide(contextKey, context)
    app.mount(document.createElement('div'))
    return app
  }
  const first = open()
  await expect.poll(asked).toBe(1)
  await expect.poll(() => context.queries.dehydrate()).not.toEqual({})
  first.unmount()
  open()
  await expect.poll(asked).toBe(2)
  expect(seen).toEqual(['', 'n33/a'])
})
