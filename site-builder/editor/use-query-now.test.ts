// @vitest-environment happy-dom
import { contextKey, mockContext, mockPortal } from '@shuxiang/sdk/testing'
import { expect, it } from 'vitest'
import { createApp, defineComponent, nextTick, ref } from 'vue'
import { WhoIsHere } from './operations-later.generated.ts'
import { ChosenFile } from './operations.generated.ts'
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

it('asks once more, too, for other variables of which something is kept', async () => {
  const portal = mockPortal({ ChosenFile: { data: { asset: null } } })
  const asked = (): unknown[] => portal.calls.gql.map(({ variables }) => variables)
  const id = ref<string | null>('a')
  const app = createApp(
    defineComponent(() => {
      useQueryNow(ChosenFile, () => (id.value === null ? null : { id: id.value }))
      return () => null
    }),
  )
  app.provide(contextKey, mockContext(portal, { 'zh-CN': {}, en: {} }))
  app.mount(document.createElement('div'))
  for (const next of ['b', 'a', null]) {
    const before = asked().length
    await expect.poll(asked).toHaveLength(before)
    id.value = next
    await nextTick()
    await nextTick()
  }
  await expect.poll(asked).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'a' }])
  app.unmount()
})
