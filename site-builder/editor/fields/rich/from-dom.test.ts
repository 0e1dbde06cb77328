// @vitest-environment happy-dom
// What is pasted from Word, WeChat and hostile pages comes out as words and the few marks that there are.
import { richText, type RichNode } from '@shuxiang/site-model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { richFromDom } from './from-dom.ts'
import { fromSurface, toSurface } from './model-doc.ts'

function read(html: string): RichNode[] {
  const holder = document.createElement('div')
  holder.innerHTML = html
  return richFromDom(holder)
}
const paragraph = (text: string): RichNode => ({ type: 'paragraph', runs: [{ text }] })

test('a paste from Word keeps paragraphs, headings, bold words and lists', () => {
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head><body>
    <h1 class="MsoTitle">读者须知</h1>
    <p class="MsoNormal" style="margin:0cm"><span style="font-size:12.0pt;font-family:宋体">请保持<b>安静</b>。<o:p></o:p></span></p>
    <p class="MsoNormal"><o:p>&nbsp;</o:p></p>
    <ul><li>不带食物</li><li>不占座位<ul><li>离开半小时以上请收拾</li></ul></li></ul></body></html>`
  expect(read(html)).toEqual([
    { type: 'heading', level: 2, runs: [{ text: '读者须知' }] },
    {
      type: 'paragraph',
      runs: [{ text: '请保持' }, { text: '安静', marks: [{ type: 'strong' }] }, { text: '。' }],
    },
    {
      type: 'list',
      ordered: false,
      items: [[{ text: '不带食物' }], [{ text: '不占座位' }], [{ text: '离开半小时以上请收拾' }]],
    },
  ])
})

test('a paste from WeChat keeps its bold words and loses its boxes and colours', () => {
  const html = `<section style="box-sizing:border-box"><section style="text-align:center"><p style="white-space:normal"><span style="font-weight:700;color:#f00">开馆通知</span></p></section><section><p>11月1日起<br>恢复开放</p><img src="https://mmbiz.qpic.cn/x"></section></section>`
  expect(read(html)).toEqual([
    { type: 'paragraph', runs: [{ text: '开馆通知', marks: [{ type: 'strong' }] }] },
    paragraph('11月1日起'),
    paragraph('恢复开放'),
  ])
})

test('links keep addresses that may be followed, and lose all others', () => {
  expect(read('<p><a href="https://www.nlc.cn/">国图</a></p>')).toEqual([
    {
      type: 'paragraph',
      runs: [{ text: '国图', marks: [{ type: 'link', to: 'https://www.nlc.cn/' }] }],
    },
  ])
  for (const address of [
    'javascript:alert(1)',
    'jav&#x09;ascript:alert(1)',
    'data:text/html,x',
    '/etc',
    'file:///x',
  ])
    expect(read(`<p><a href="${address}">来</a></p>`)).toEqual([paragraph('来')])
})

test('what hides, runs or pretends is dropped', () => {
  const html = `<script>top.PWN(1)</script><style>x</style><p hidden>藏</p><p style="display:none">藏</p>
    <div data-gjs-type="script" data-gjs-script="top.PWN(2)" onclick="top.PWN(3)">看得见</div>
    <svg onload="top.PWN(4)"><text>图</text></svg><iframe srcdoc="&lt;script&gt;top.PWN(5)&lt;/script&gt;"></iframe>
    <template><p>板</p></template><textarea>字</textarea><math><mtext>式</mtext></math>`
  expect(read(html)).toEqual([paragraph('看得见')])
})

test('what is cut out of a text of ours keeps where it leads, and what only pretends does not', () => {
  const own = (to: string) => read(`<p><span class="leads" data-to="${to}">馆藏</span></p>`)
  for (const to of ['record:poem-1', 'asset:x1', '/visit', 'https://www.nlc.cn/'])
    expect(own(to)).toEqual([{ type: 'paragraph', runs: [{ text: '馆藏', marks: [{ type: 'link', to }] }] }])
  for (const to of ['javascript:alert(1)', '//evil.example/', 'data:text/html,x', ''])
    expect(own(to)).toEqual([paragraph('馆藏')])
  expect(read('<p><span data-language="en">hi</span><span data-language="<x>">!</span></p>')).toEqual([
    { type: 'paragraph', runs: [{ text: 'hi', marks: [{ type: 'language', tag: 'en' }] }, { text: '!' }] },
  ])
})

test('a list that is longer than one may be goes on in another', () => {
  const items = Array.from({ length: 450 }, (_, n) => ({
    type: 'item',
    content: [{ type: 'text', text: `${n}` }],
  }))
  const text = fromSurface({ type: 'doc', content: [{ type: 'list', content: items }] })
  expect(text.map((node) => node.type === 'list' && node.items.length)).toEqual([200, 200, 50])
  expect(richText.safeParse(text).success).toBe(true)
})

test('a table becomes its words, and a quotation stays one', () => {
  expect(read('<table><tr><td>周一</td><td>闭馆</td></tr></table><blockquote>腹有诗书</blockquote>')).toEqual(
    [paragraph('周一'), paragraph('闭馆'), { type: 'quote', runs: [{ text: '腹有诗书' }] }],
  )
})

test('a paste as deep and long as it likes takes a bounded time', () => {
  const deep = `${'<div>'.repeat(3_000)}底${'</div>'.repeat(3_000)}`
  expect(read(deep)).toEqual([])
  expect(read('<p>行</p>'.repeat(30_000)).length).toBeLessThanOrEqual(20_000)
})

const run = fc.record(
  {
    text: fc.string({ minLength: 1, maxLength: 12 }),
    marks: fc.uniqueArray(
      fc.oneof(
        fc.constant({ type: 'strong' as const }),
        fc.constant({ type: 'emphasis' as const }),
        fc.constant({ type: 'link' as const, to: 'https://www.nlc.cn/' }),
        fc.constant({ type: 'language' as const, tag: 'en' }),
      ),
      { selector: ({ type }) => type, minLength: 1, maxLength: 4 },
    ),
  },
  { requiredKeys: ['text'] },
)
const runs = fc.array(run, { minLength: 1, maxLength: 4 })
const node: fc.Arbitrary<RichNode> = fc.oneof(
  fc.record({ type: fc.constantFrom('paragraph' as const, 'quote' as const), runs }),
  fc.record({ type: fc.constant('heading' as const), level: fc.constantFrom(2 as const, 3 as const), runs }),
  fc.record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(runs, { minLength: 1, maxLength: 4 }),
  }),
)

test('a text goes to the surface and comes back as it was, and always fits the model', () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 6 }), (text) => {
      expect(fromSurface(toSurface(text))).toEqual(text)
    }),
  )
  const strange = {
    type: 'doc',
    content: [
      { type: 'video', attrs: { src: 'x' } },
      {
        type: 'paragraph',
        content: [{ type: 'text', text: '字'.repeat(12_000), marks: [{ type: 'style' }] }],
      },
    ],
  }
  const read = fromSurface(strange)
  expect(richText.safeParse(read).success).toBe(true)
  expect(read).toHaveLength(1)
})
