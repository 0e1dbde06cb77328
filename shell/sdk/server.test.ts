import { defineStore } from 'pinia'
import { defineComponent, h } from 'vue'
import { RouterView } from 'vue-router'
import { describe, expect, it } from 'vitest'
import { PortalLink, useHead, useMessages, useQuery, type MicrofrontendDefinition } from './index.ts'
import { defineServerMicrofrontend } from './server.ts'
import { gatewayAway, mockGql } from './testing/index.ts'

const find = { id: 'sha256:1', name: 'Find', text: 'query Find' }

const page = defineComponent({
  setup() {
    const { t } = useMessages()
    const { data, failure } = useQuery<{ titles: string[] }, { q: string }>(find, { q: '春' })
    useHead(() => ({ title: t('found', { n: data.value?.titles.length ?? 0 }) }))
    return () =>
      h(
        'main',
        failure.value
          ? failure.value.message
          : data.value?.titles.map((title) => h(PortalLink, { to: '/item/1' }, () => title)),
      )
  },
})
const definition: MicrofrontendDefinition = {
  name: 'fixture',
  root: { render: () => h(RouterView) },
  routes: [
    { path: '/search', component: page },
    {
      path: '/foreign-store',
      component: {
        setup() {
          defineStore('elsewhere', () => ({}))()
          return () => null
        },
      },
    },
    {
      path: '/throws',
      component: {
        render() {
          throw new Error('broken page')
        },
      },
    },
  ],
  messages: {
    'zh-CN': { found: '找到 {n} 种' },
    en: { 'found.one': '{n} title', 'found.other': '{n} titles' },
  },
}
const request = { url: '/search', locale: 'en', mode: 'light', origin: 'http://x', requestId: 'r' } as const
const signal = new AbortController().signal

describe('a microfrontend on the server', () => {
  it('fetches before the HTML and carries the answers in its state', async () => {
    const gql = mockGql({ Find: { data: { titles: ['春望', '<b>'] } } })
    const result = await defineServerMicrofrontend(definition).render(request, gql, signal)
    expect(result.html).toBe('<main><a href="/item/1">春望</a><a href="/item/1">&lt;b&gt;</a></main>')
    expect(result.head).toEqual({ title: '2 titles' })
    expect(JSON.stringify(result.state)).toContain('春望')
  })

  it('shows a missing answer in the page and carries it', async () => {
    const result = await defineServerMicrofrontend(definition).render(
      request,
      mockGql({ Find: gatewayAway() }),
      signal,
    )
    expect(result.html).toContain('does not answer')
    expect(JSON.stringify(result.state)).toContain('"failure"')
  })

  it('answers 404 for an address without a route', async () => {
    const result = await defineServerMicrofrontend(definition).render(
      { ...request, url: '/none' },
      mockGql({}),
      signal,
    )
    expect(result.head.status).toBe(404)
  })

  it.each([
    ['/throws', 'broken page'],
    ['/foreign-store', 'fixture/elsewhere'],
  ])('rejects when %s throws, so that the shell can fall back', async (url, message) => {
    await expect(
      defineServerMicrofrontend(definition).render({ ...request, url }, mockGql({}), signal),
    ).rejects.toThrow(message)
  })
})
