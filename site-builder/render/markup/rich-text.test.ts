/** Rich text gives a closed set of elements. */
import { expect, test } from 'vitest'
import { richTextHtml, richTextPlain } from './rich-text.ts'

test('nodes and marks become their elements', () => {
  expect(
    String(
      richTextHtml([
        { type: 'heading', level: 2, runs: [{ text: '题' }] },
        {
          type: 'paragraph',
          runs: [{ text: '见', marks: [{ type: 'strong' }, { type: 'link', to: 'record:a/b' }] }],
        },
        { type: 'list', ordered: true, items: [[{ text: 'x', marks: [{ type: 'language', tag: 'en' }] }]] },
        { type: 'quote', runs: [{ text: '<>', marks: [{ type: 'emphasis' }] }] },
      ]),
    ),
  ).toBe(
    '<h2>题</h2><p><a class="link" href="/item/a%2Fb"><strong>见</strong></a></p><ol>\n<li><span lang="en">x</span></li>\n</ol><blockquote><em>&lt;&gt;</em></blockquote>',
  )
})

test('a link to a script leads nowhere', () => {
  const text = richTextHtml([
    { type: 'paragraph', runs: [{ text: 'x', marks: [{ type: 'link', to: 'javascript:alert(1)' }] }] },
  ])
  expect(String(text)).toContain('href="#"')
})

test('plain text has a line for each paragraph and item', () => {
  expect(
    richTextPlain([
      { type: 'paragraph', runs: [{ text: 'a' }, { text: 'b' }] },
      { type: 'list', ordered: false, items: [[{ text: 'c' }], [{ text: 'd' }]] },
    ]),
  ).toBe('ab\nc\nd')
})
