/** Whatever stands in a field or comes back from the graph, the page holds only the elements and attributes it should. */
import { parsePage } from '@shuxiang/site-model'
import type { Json, PageDoc } from '@shuxiang/site-model'
import fc from 'fast-check'
import { parseFragment } from 'parse5'
import type { DefaultTreeAdapterTypes } from 'parse5'
import { expect, test } from 'vitest'
import { answersFor, answersWith, context } from './fixtures.ts'
import { renderPage } from './page.ts'
import { portalHome, portalLibraries } from './portal.ts'

const allowed: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'class', 'lang'],
  b: [],
  button: [],
  div: ['class'],
  form: ['action', 'class', 'data-enhance', 'method', 'role'],
  h1: ['lang', 'tabindex'],
  h2: ['class', 'id'],
  header: [],
  input: ['autocomplete', 'enterkeyhint', 'id', 'maxlength', 'name', 'placeholder', 'type'],
  label: ['class', 'for'],
  li: [],
  nav: ['aria-label', 'class'],
  p: ['class', 'role'],
  section: ['aria-labelledby', 'class', 'lang'],
  small: [],
  span: ['aria-hidden', 'class', 'lang'],
  ul: ['class'],
}

/** What stands in the markup that should not; empty when all is well. */
function foreign(markup: string): string[] {
  const found: string[] = []
  const walk = (node: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const child of node.childNodes) {
      if (child.nodeName === '#comment' || child.nodeName === '#documentType') found.push(child.nodeName)
      if (!('tagName' in child)) continue
      const names = allowed[child.tagName]
      if (!names) found.push(`<${child.tagName}>`)
      for (const { name, value } of child.attrs) {
        if (!names?.includes(name)) found.push(`${child.tagName} ${name}`)
        if (name === 'href' && !/^(?:\/(?![/\\])|https?:\/\/|mailto:|tel:|#$)/.test(value))
          found.push(`href ${value}`)
        if (name === 'class' && !/^[a-z0-9 -]+$/.test(value)) found.push(`class ${value}`)
      }
      walk(child)
    }
  }
  walk(parseFragment(markup))

  const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/.exec(markup)
  if (unseen) found.push(`U+${unseen[0].charCodeAt(0).toString(16)}`)
  if (!markup.isWellFormed()) found.push('a lone surrogate')
  return found
}

/** The document with a text in every string of every block's fields that the schema lets through. */
function poisoned(doc: PageDoc, text: string): PageDoc {
  const words = (value: Json): Json => {
    if (Array.isArray(value)) return value
    if (value === null || typeof value !== 'object') return value
    const entries = Object.entries(value).map(([key, item]): [string, Json] => [
      key,
      typeof item === 'string' && /^(?:zh-CN|en)$/.test(key) ? text : words(item),
    ])
    return Object.fromEntries(entries)
  }
  const blocks = Object.entries(doc.blocks).map(([id, block]) => {
    const fields = Object.entries(block.fields).map(([name, value]): [string, Json] => [name, words(value)])
    return [id, { ...block, fields: Object.fromEntries(fields) }] as const
  })
  return { ...doc, blocks: Object.fromEntries(blocks) }
}

const payloads = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=a()>',
  `' onmouseover='a()`,
  '</h1><svg onload=a()>',
  'javascript:alert(1)',
  'jav\tascript:alert(1)',
  'data:text/html,<b>',
  '//evil.example/x',
  '/\\evil.example',
  '<!--',
  ']]>',
  '</style><style>',
  '\u202egnp.exe',
  '\u2066\u2069\u0000\u001b[2J',
  '\ud83d',
  '{{constructor}}',
  '${alert(1)}',
  '&lt;script&gt;',
  '<base href=//e>',
  '`;a`',
]
const pages = [
  { name: 'home', doc: portalHome, parameters: {} },
  { name: 'libraries', doc: portalLibraries, parameters: {} },
  { name: 'region', doc: portalLibraries, parameters: { region: '3301' } },
] as const

test.each(pages)('the $name page itself holds only what is allowed', ({ doc, parameters }) => {
  const at = { ...context, parameters }
  for (const locale of ['zh-CN', 'en'] as const) {
    const page = { ...at, locale }
    expect(
      foreign(
        renderPage(
          doc(),
          answersFor(
            doc(),
            answersWith((usual) => usual),
            page,
          ),
          page,
        ),
      ),
    ).toEqual([])
  }
})

test.each(pages.flatMap((page) => payloads.map((payload) => ({ ...page, payload }))))(
  '$payload in every answer of $name stays text',
  ({ doc, parameters, payload }) => {
    const at = { ...context, parameters }
    for (const text of [() => payload, (usual: string) => usual + payload]) {
      const markup = renderPage(doc(), answersFor(doc(), answersWith(text), at), at)
      expect(foreign(markup)).toEqual([])
      expect(markup.length).toBeGreaterThan(100)
    }
  },
)

test.each(payloads)('%j in every field stays text', (payload) => {
  const doc = poisoned(portalHome(), payload.slice(0, 20))
  expect(
    foreign(
      renderPage(
        doc,
        answersFor(
          doc,
          answersWith((usual) => usual),
        ),
        context,
      ),
    ),
  ).toEqual([])
})

test('random text in fields, answers and parameters stays text', { timeout: 30_000 }, () => {
  const nasty = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '&',
        '/',
        '=',
        '`',
        '\\',
        '\n',
        '\u0000',
        '\u202e',
        '\ud800',
        'javascript:',
        '<!--',
        '-->',
        '</p>',
        'on',
        ' ',
      ),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 14,
  })
  fc.assert(
    fc.property(
      nasty,
      nasty,
      nasty,
      fc.constantFrom('zh-CN' as const, 'en' as const),
      (field, answer, region, locale) => {
        for (const page of pages) {
          const at = {
            ...context,
            locale,
            parameters: { ...page.parameters, ...(region.length > 7 ? { region } : {}) },
          }
          const doc = poisoned(page.doc(), field)
          expect(
            foreign(
              renderPage(
                doc,
                answersFor(
                  doc,
                  answersWith(() => answer),
                  at,
                ),
                at,
              ),
            ),
          ).toEqual([])
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('a huge answer makes no huge page', () => {
  const huge = answersWith((usual) => usual.repeat(3))
  const edges = Array.from({ length: 5000 }, () => ({ node: {} }))
  const markup = renderPage(
    portalHome(),
    answersFor(portalHome(), { ...huge, ShelfRecords: { search: { edges } } }),
    context,
  )
  expect(markup.length).toBeLessThan(20_000)
})

test('a document with ids of the machinery is refused before it is drawn', () => {
  const text = JSON.stringify(portalHome()).replace('"hero":{', '"__proto__":{')
  expect(parsePage(JSON.parse(text)).ok).toBe(false)
})
