import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

const folder = join(import.meta.dirname, '..')
const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort()
const stem = (key: string): string => key.replace(/\.(one|other)$/, '')

describe('messages', () => {
  it('are the same keys in both languages, but for English singulars', () => {
    const plain = (keys: string[]): string[] => keys.filter((key) => !key.endsWith('.one')).sort()
    expect(plain(Object.keys(en))).toEqual(plain(Object.keys(zhCN)))
  })

  it('take the same placeholders in both languages', () => {
    const english = new Map<string, string>(Object.entries(en))
    for (const [key, text] of Object.entries(zhCN)) {
      expect([key, placeholders(english.get(key) ?? '')]).toEqual([key, placeholders(text)])
    }
  })

  it('are never empty and hold no half-width punctuation between Han characters', () => {
    for (const [key, text] of Object.entries(zhCN))
      expect([key, /\p{Script=Han}[,:;!?]/u.test(text)]).toEqual([key, false])
    for (const text of Object.values(en)) expect(text.trim()).not.toBe('')
  })
})

describe('components', async () => {
  const entries = await readdir(folder, { recursive: true })
  const paths = entries.filter((path) => /\.(vue|ts)$/.test(path) && !path.includes('node_modules'))
  const sources = paths.filter(
    (path) => !/\.(test|generated)\.ts$|^messages\/(zh-CN|en)\.ts$|^testing\//.test(path),
  )
  const all = await Promise.all(
    sources.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })),
  )

  it('say nothing outside of the messages', () => {
    for (const { path, text } of all.filter(({ path }) => path.endsWith('.vue'))) {
      const template = /<template>([\s\S]*)<\/template>/.exec(text)?.[1] ?? ''
      const bare = template
        .replaceAll(/<!--[\s\S]*?-->|\{\{[\s\S]*?\}\}/g, '')
        .replaceAll(/<[^>]*?(?:"[^"]*"[^>]*?)*>/g, '')
      expect([path, bare.match(/\p{L}+/gu)]).toEqual([path, null])
      const spoken = template.match(/\s(?:aria-label|title|placeholder|alt)="[^"]*"/g)
      expect([path, spoken]).toEqual([path, null])
    }
  })

  it('use only keys that exist, and every key is used', () => {
    const text = all.map((source) => source.text).join('\n')
    const stems = new Set(Object.keys(zhCN).map(stem))
    const used = [...text.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? '')
    for (const key of used) expect(stems).toContain(key)
    const prefixes = [...text.matchAll(/`([\w.]+\.)\$\{/g)].map((match) => match[1] ?? '')
    const quoted = new Set([...text.matchAll(/'([\w.-]+)'/g)].map((match) => match[1] ?? ''))
    const unused = [...stems].filter(
      (key) => !quoted.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)),
    )
    expect(unused).toEqual([])
  })
})
