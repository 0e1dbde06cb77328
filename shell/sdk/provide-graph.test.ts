// @vitest-environment happy-dom
// A part of a page with a graph of its own: what is below it asks there, everything else goes on as before.
import { expect, it } from 'vitest'
import { defineComponent, h, nextTick, type Component } from 'vue'
import { ANONYMOUS, type Gql, type GqlResult, type Operation } from './contract.ts'
import { usePortal } from './context.ts'
import { provideGraph } from './provide-graph.ts'
import { useQuery } from './query.ts'
import { mockPortal, mountWithPortal } from './testing/index.ts'

interface Named {
  readonly name: string
}
const Ask: Operation<Named, { readonly of: string }> = { id: 'sha256:0', name: 'Ask', text: 'query Ask' }

const Question = defineComponent({
  props: { of: { type: String, required: true } },
  setup(props) {
    const { data } = useQuery(Ask, () => ({ of: props.of }))
    const portal = usePortal()
    return () => h('p', `${data.value?.name ?? ''} ${portal.session.status}`)
  },
})

it('is asked below it and nowhere else, and hands on what it does not know', async () => {
  const asked: unknown[] = []
  const own =
    (portals: Gql): Gql =>
    async (operation, variables, options) => {
      asked.push(variables)
      const { of } = Object(variables)
      if (of !== 'near') return portals(operation, variables, options)
      const result: GqlResult<never> = JSON.parse('{"data":{"name":"own"},"errors":[]}')
      return result
    }
  const Part: Component = {
    setup() {
      provideGraph(own)
      return () => [h(Question, { of: 'near' }), h(Question, { of: 'far' })]
    },
  }
  const portal = mockPortal({ Ask: { data: { name: 'portal' } } })
  const element = document.createElement('div')
  const mounted = await mountWithPortal(
    { setup: () => () => [h(Part), h(Question, { of: 'near' })] },
    { portal, messages: { 'zh-CN': {}, en: {} }, element },
  )
  for (let turn = 0; turn < 5; turn += 1) await nextTick()
  const texts = (): string[] => [...element.querySelectorAll('p')].map((one) => one.textContent)
  expect(texts()).toEqual(['own anonymous', 'portal anonymous', 'portal anonymous'])
  expect(asked).toEqual([{ of: 'near' }, { of: 'far' }])
  expect(portal.session.status).toBe(ANONYMOUS.status)
  mounted.unmount()
})
