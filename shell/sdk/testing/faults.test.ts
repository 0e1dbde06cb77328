import { describe, expect, it } from 'vitest'
import { addressFaults, rawQueryOf, strangeQueries } from './address.ts'
import { headFaults } from './head.ts'
import { messageFaults } from './messages.ts'
import { colourFaults, keyFaults, wordFaults } from './sources.ts'

const component = (template: string, script = '', style = ''): { path: string; text: string }[] => [
  {
    path: 'A.vue',
    text: `<script setup lang="ts">\n${script}\n</script>\n<template>\n${template}\n</template>\n<style scoped>${style}</style>`,
  },
]

describe('messages', () => {
  it('may lack singulars in Chinese and nothing else', () => {
    expect(
      messageFaults({ 'zh-CN': { 'a.other': '{n} 条' }, en: { 'a.other': '{n}', 'a.one': '{n}' } }),
    ).toEqual([])
    expect(messageFaults({ 'zh-CN': { a: '甲', b: '乙{x}' }, en: { b: '{y}', c: '' } })).toEqual([
      'en lacks "a"',
      '"b" takes {x} in zh-CN and {y} in en',
      'zh-CN lacks "c"',
      '"c" is empty in en',
    ])
  })
  it('are punctuated as Chinese is', () => {
    expect(messageFaults({ 'zh-CN': { a: '好,是' }, en: { a: 'Yes, it is' } })).toEqual([
      '"a" has half-width punctuation in zh-CN',
    ])
  })
})

describe('sources', () => {
  it('are heard where they speak themselves, in templates, names and scripts', () => {
    expect(wordFaults(component('<p :title="t(\'a\')">{{ t("a") }} · 1</p>', "const a = 'b' // 注"))).toEqual(
      [],
    )
    expect(
      wordFaults(component('<p aria-label="Close">Hello <b v-if="a > b">{{ x }}</b></p>', "const a = '好'")),
    ).toEqual(['A.vue says Hello', 'A.vue says aria-label="Close"', 'A.vue says 好'])
  })
  it('use every key that there is, and no other', () => {
    const messages = { 'zh-CN': { 'a.other': '甲', 'b.x': '乙', c: '丙' }, en: {} }
    expect(keyFaults(component("{{ t('a', { n }) }} {{ t(`b.${x}`) }} {{ t('d') }}"), messages)).toEqual([
      'no message "d"',
      'nobody says "c"',
    ])
  })
  it.each(['#fff', 'rgb(1 2 3)', 'oklch(0.5 0.1 20)', 'white'])(
    'are caught naming the colour %s',
    (colour) => {
      expect(colourFaults(component('', '', `a { color: ${colour}; }`))).toHaveLength(1)
    },
  )
  it('may use roles, mixtures of them, and a shade', () => {
    const style =
      'a { color: var(--ink); background: color-mix(in oklab, var(--ink) 5%, transparent); } /* #fff */ b::backdrop { background: rgb(0 0 0 / 0.4); }'
    expect(colourFaults(component('', '', style))).toEqual([])
  })
})

describe('addresses', () => {
  const read = (raw: Record<string, unknown>) => ({ q: typeof raw['q'] === 'string' ? raw['q'].trim() : '' })
  const queries = strangeQueries(['q'])
  it('are read as the router reads them', () => {
    expect(rawQueryOf('/a?b=1&c=2&b=3&d')).toEqual({ b: ['1', '3'], c: '2', d: '' })
  })
  it('are found when they lose something, are too long or no path', () => {
    const faults = (write: (state: { q: string }) => string) =>
      addressFaults({ read, write }, queries).join('\n')
    expect(faults(({ q }) => `/s?q=${encodeURIComponent(q.slice(0, 9).toWellFormed())}`)).toMatch(
      /reads otherwise/,
    )
    expect(faults(({ q }) => `//s?q=${encodeURIComponent(q.toWellFormed())}`)).toMatch(
      /is no path[\s\S]*long/,
    )
  })
})

describe('a head', () => {
  it('is well when it says title and canonical path', () => {
    expect(headFaults({ title: 'A', canonical: '/a?b=1', jsonLd: [{ '@context': 'x' }] })).toEqual([])
    expect(headFaults({ title: 'A', robots: 'noindex', status: 404 })).toEqual([])
  })
  it('tells each thing that is wrong', () => {
    expect(
      headFaults({
        title: ' ',
        description: '',
        canonical: 'http://x/a',
        status: 503,
        waiting: true,
        jsonLd: [{}],
        citation: [{ name: 'og:title', content: '' }],
        alternates: [{ type: 'x', href: 'a.bib' }],
      }),
    ).toHaveLength(8)
  })
})
