// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { RouterView } from 'vue-router'
import { useHead, useQuery, type MicrofrontendDefinition, type Operation } from '@shuxiang/sdk'
import { hydrationFaults } from './hydration.ts'
import { documentOf, pagesOf, texts } from './pages.ts'
import { gatewayAway } from './portal.ts'

const Word: Operation<{ word: string }, object> = { id: 'sha256:0', name: 'Word', text: '' }
let differs = false
let made = 0
const Page = defineComponent(() => {
  const { data } = useQuery(Word, () => ({}))
  useHead(() => ({ title: 'Word', canonical: '/word' }))
  made += 1
  const own = differs ? String(made) : ''
  return () => h('p', `${data.value?.word ?? ''}${own}`)
})
const definition: MicrofrontendDefinition = {
  name: 'word',
  root: { render: () => h(RouterView) },
  routes: [{ path: '/word', component: Page }],
  messages: { 'zh-CN': {}, en: {} },
}
const pages = pagesOf(definition)
const answers = { Word: { data: { word: '月' } } }

afterEach(async () => {
  differs = false
  await pages.close()
})

describe('a page that the browser takes over', () => {
  it('has no fault when it says what the server said', async () => {
    expect(await hydrationFaults(pages, '/word', answers)).toEqual([])
  })
  it('is told when it says something else', async () => {
    differs = true
    expect((await hydrationFaults(pages, '/word', answers)).join('\n')).toMatch(/Hydration/)
  })
  it('is told when it asks what the server knows already', async () => {
    expect(await hydrationFaults(pages, '/word', { Word: gatewayAway(false) })).toEqual(['asked again: Word'])
  })
})

it('opens, moves and leaves as in the portal', async () => {
  const { html, head, asked } = await pages.render('/word', answers)
  expect([texts(documentOf(html), 'p'), head.title, asked.length]).toEqual([['月'], 'Word', 1])
  const page = await pages.open('/word', answers, { ssr: false })
  await page.go('/word?again')
  expect([page.visited.at(-1), page.portal.calls.gql.length]).toEqual(['/word?again', 1])
  await pages.close()
  expect(page.portal.signal.aborted).toBe(true)
})
