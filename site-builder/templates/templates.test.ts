/** Every template gives whole sites of blocks that there are, for any name a library may have. */
import { parsePage } from '@shuxiang/site-model'
import { blockFaults } from '@shuxiang/site-blocks'
import { siteThemes } from '@shuxiang/themes'
import { describe, expect, it } from 'vitest'
import { templates } from './index.ts'

const libraries = [
  { code: 'n330110', name: '余杭区图书馆' },
  { code: 'n1', name: '馆' },
  { code: 'n2', name: `${'内蒙古自治区'.repeat(4)}图书馆<script>` },
]

describe.each(templates)('$id', (template) => {
  it.each(libraries)('is a site of known blocks for $name', (library) => {
    const { pages, names, seal, theme, menu } = template.siteOf(library)
    expect(pages.has('/')).toBe(true)
    expect(names['zh-CN']).toBe(library.name)
    expect([...seal].length).toBeLessThanOrEqual(2)
    expect(siteThemes.map((one) => one.name)).toContain(theme)
    expect(menu.length).toBeGreaterThan(0)
    for (const [path, document] of pages) {
      expect(path).toMatch(/^\/[\w/-]*$/)
      const parsed = parsePage(JSON.parse(JSON.stringify(document)))
      expect(parsed.ok ? blockFaults(parsed.value) : parsed.faults).toEqual([])
    }
  })
})

it('no two have one name', () => {
  expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length)
})
