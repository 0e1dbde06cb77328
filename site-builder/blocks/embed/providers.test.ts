/** Copied addresses give a provider and a name, or nothing; what is framed is made of these two alone. */
import { expect, test } from 'vitest'
import { openPage } from '../page.ts'
import { context } from '../testing/pages.ts'
import { embedAt, embedPath, embedProviders, readEmbed } from './providers.ts'

test.each([
  ['https://www.bilibili.com/video/BV1xx411c7mD', 'bilibili', 'BV1xx411c7mD'],
  ['http://m.bilibili.com/video/BV1xx411c7mD/?p=2&share=1#reply', 'bilibili', 'BV1xx411c7mD'],
  ['  https://v.qq.com/x/page/x0034abcd12.html  ', 'tencent-video', 'x0034abcd12'],
  ['https://v.qq.com/x/cover/mzc00200abc/x0034abcd12.html?ptag=1', 'tencent-video', 'x0034abcd12'],
  ['https://v.youku.com/v_show/id_XNDA5NTQ3OTcyOA==.html', 'youku', 'XNDA5NTQ3OTcyOA=='],
  ['https://v.youku.com/v_show/id_XNDA5NTQ3OTcyOA%3D%3D.html', 'youku', 'XNDA5NTQ3OTcyOA=='],
  ['https://music.163.com/#/song?id=28949444', 'netease-music', '28949444'],
  ['https://y.music.163.com/m/song?userid=1&id=28949444', 'netease-music', '28949444'],
])('%s is %s %s', (address, id, name) => {
  const found = readEmbed(address)
  expect([found?.provider.id, found?.name]).toEqual([id, name])
  if (!found) return
  const [, , , provider = '', given = ''] = ['', '', ...embedPath(found).split('/').slice(1)]
  expect(embedAt(provider, decodeURIComponent(given))).toEqual(found)
  expect(readEmbed(found.provider.page(found.name))).toEqual(found)
  expect(new URL(found.provider.player(found.name)).origin).toBe(found.provider.origin)
})

test.each([
  '',
  'BV1xx411c7mD',
  'https://b23.tv/abcdefg',
  'https://www.bilibili.com.evil.example/video/BV1xx411c7mD',
  'https://evil.example/www.bilibili.com/video/BV1xx411c7mD',
  'https://www.bilibili.com@evil.example/video/BV1xx411c7mD',
  'https://user@www.bilibili.com/video/BV1xx411c7mD',
  'https://www.bilibili.com:8443/video/BV1xx411c7mD',
  'https://www.bilibili.com/video/BV1xx411c7mD"><script>',
  'javascript:alert("https://www.bilibili.com/video/BV1xx411c7mD")',
  'https://www.bilibili.com/read/cv1',
  'https://music.163.com/#/song?id=28949444"onload=a',
  'https://v.youku.com/v_show/id_X/../../x.html',
])('%s is nothing', (address) => expect(readEmbed(address)).toBeNull())

test('a name that no provider gives frames nothing', () => {
  for (const { id } of embedProviders)
    for (const name of ['', '..', 'BV1xx411c7mD&x=1', '1/../../x', 'x"y', '?x', 'BV1xx411c7mD\n'])
      expect(embedAt(id, name)).toBeNull()
  expect(embedAt('constructor', 'BV1xx411c7mD')).toBeNull()
})

test('a block is drawn whatever id the model lets it have', () => {
  const film = {
    ...{ type: 'embed', v: 1, slots: {} },
    fields: { title: { 'zh-CN': '片' }, address: 'https://www.bilibili.com/video/BV1xx411c7mD' },
  }
  const id = 'film_1-A'
  const doc = { schema: 1 as const, meta: { title: { 'zh-CN': '页' } }, root: [id], blocks: { [id]: film } }
  expect(openPage(doc, context).render(new Map())).toContain(`name="${id}-frame"`)
})
