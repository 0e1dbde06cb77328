/** Only addresses that a reader may be sent to are followed. */
import { expect, test } from 'vitest'
import { safeUrl } from './safe-url.ts'

test('the answer does not depend on what was asked before', () => {
  const hidden = '\u200bjavascript:alert(1)'
  expect([safeUrl(hidden), safeUrl(hidden), safeUrl('/a'), safeUrl(hidden)]).toEqual(['#', '#', '/a', '#'])
})

test.each([
  '/',
  '/search?q=%E6%98%8E',
  '/item/a#b',
  '?page=2',
  '#main',
  'https://example.org/',
  'mailto:a@example.org',
  'tel:+861012345',
])('%s is followed', (address) => {
  expect(safeUrl(address)).toBe(address)
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  '\u200bjavascript:alert(1)',
  '\u00a0javascript:alert(1)',
  'javascript&colon;alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'blob:https://a/b',
  'file:///etc/passwd',
  'view-source:x',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '\\\\evil.example',
  '/\n\\evil.example',
  'https://user:pass@example.org/',
  'https://portal@evil.example/',
  'http://',
  'ht!tp://x',
  '',
  'evil.example',
  './a',
  '../a',
  'intent://x',
  `https://example.org/${'a'.repeat(4000)}`,
])('%j is not', (address) => {
  expect(safeUrl(address)).toBe('#')
})
