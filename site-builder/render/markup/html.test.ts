/** Text stays text wherever a template puts it. */
import { expect, test } from 'vitest'
import { escape, html, Html, nothing } from './html.ts'

const hostile = `"'><img src=x onerror=alert(1)>&`

test('text is escaped in content and in attributes', () => {
  expect(String(html`<p title="${hostile}">${hostile}</p>`)).not.toMatch(/<img|"'>/)
  expect(escape(`<a b='c' d="e">&`)).toBe('&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;&amp;')
})

test('finished markup and lists of it are taken as they are', () => {
  const items = ['a', '<'].map((text) => html`<b>${text}</b>`)
  expect(String(html`<p>${items}</p>`)).toBe('<p><b>a</b><b>&lt;</b></p>')
})

test('indentation of the template is not sent', () => {
  // prettier-ignore
  expect(String(html`<p>
      a   b
    </p>`)).toBe('<p>\na   b\n</p>')
})

test('nothing, null, false and undefined write nothing; zero is a number', () => {
  expect(String(html`${nothing}${null}${undefined}${false}${0}`)).toBe('0')
})

test('an object that only looks like markup is text or nothing', () => {
  const forged: object = { toString: () => '<script>' }
  expect(forged instanceof Html).toBe(false)
})

test('an address at the beginning of href is judged, further on it is text', () => {
  expect(String(html`<a href="${'javascript:alert(1)'}">x</a>`)).toBe('<a href="#">x</a>')
  expect(String(html`<a href="/search?q=${'javascript:a&b'}">x</a>`)).toBe(
    '<a href="/search?q=javascript:a&amp;b">x</a>',
  )
  expect(String(html`<form action="${'data:text/html,x'}"></form>`)).toBe('<form action="#"></form>')
})

test('characters that turn the order of text, and controls, are dropped', () => {
  expect(escape('a\u202eb\u2066c\u0000d\u0085e\ufefff')).toBe('abcdef')
  expect(escape('مرحبا 书香\n')).toBe('مرحبا 书香\n')
})

test('half of a character becomes the replacement character', () => {
  expect(escape('a\ud800b')).toBe('a\ufffdb')
})

// prettier-ignore
test.each<[string, () => unknown]>([
  ['unquoted', () => html`<a title=${'x'}>`],
  ['as the name of an element', () => html`<${'b'}>`],
  ['as the name of a closing element', () => html`</${'b'}>`],
  ['as attributes', () => html`<a ${'onclick=x'}>`],
  ['in a handler', () => html`<a onclick="${'x'}">`],
  ['in a style', () => html`<a style="color:${'x'}">`],
  ['in srcdoc', () => html`<b srcdoc="${'x'}">`],
  ['in a script', () => html`<script>${'x'}</script>`],
  ['in a style sheet', () => html`<style>${'x'}</style>`],
  ['in an iframe', () => html`<iframe src="${'x'}"></iframe>`],
  ['as markup in an attribute', () => html`<a title="${html`<b>`}">`],
])('a template that puts a value %s is refused', (_, template) => {
  expect(template).toThrow(TypeError)
})

test('an attribute may be left out', () => {
  const open = (yes: boolean): string => String(html`<details ${yes && html`open`}></details>`)
  expect(open(true)).toBe('<details open></details>')
  expect(open(false)).toBe('<details></details>')
})
