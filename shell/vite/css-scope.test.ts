import postcss from 'postcss'
import { describe, expect, it } from 'vitest'
import { cssScope } from './css-scope.ts'

const scope = (css: string, file = 'a.css'): string =>
  tight(postcss([cssScope('search')]).process(css, { from: file }).css)
/** Without the spaces that mean nothing. */
const tight = (css: string): string =>
  css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{},])/g, '$1')
    .replace(/([{},]) ?/g, '$1')
    .trim()
const own = ':where([data-mfe=search])'

describe('a style sheet of a microfrontend', () => {
  it.each([
    ['.a{}', `${own} .a{}`],
    ['.a, #b > p{}', `${own} .a, ${own} #b > p{}`],
    [':root{--x:1}', `${own}{--x:1}`],
    ['body{}', `${own}{}`],
    ['html .a{}', `${own} .a{}`],
    ['html[data-mode="dark"] .a{}', `html[data-mode="dark"] ${own} .a{}`],
    [':root[data-scale=large]{}', `:root[data-scale=large] ${own}{}`],
    [':is(.a, .b):hover::before{}', `${own} :is(.a, .b):hover::before{}`],
    ['@media print{.a{}}', `@media print{${own} .a{}}`],
    ['@supports (x:y){@media all{.a{}}}', `@supports (x:y){@media all{${own} .a{}}}`],
    ['.a{&:hover{} h2{}}', `${own} .a{&:hover{} h2{}}`],
  ])('%s keeps to itself', (css, scoped) => {
    expect(scope(css)).toBe(tight(`@layer mfe{${scoped}}`))
  })

  it('renames its keyframes and their uses, and nothing else', () => {
    const css = scope(
      '@keyframes in{from{opacity:0}to{opacity:1}} .a{animation:in 1s ease-in;animation-name:in,other}',
    )
    expect(css).toContain('@keyframes search--in{from{opacity:0}to{opacity:1}}')
    expect(css).toContain('animation:search--in 1s ease-in;animation-name:search--in,other')
  })

  it('is not wrapped twice', () => {
    expect(scope(scope('.a{}'))).toBe(scope('.a{}'))
  })

  it.each(['h1{}', 'ul li{}', '*{}', '.a, p{}', 'body p{}', ':is(h1, h2){}', 'button:hover{}'])(
    'refuses elements alone outside of a scoped block: %s',
    (css) => {
      expect(() => scope(css)).toThrow(/names elements only/)
    },
  )

  it('takes elements in a scoped block, which Vue ties to the component', () => {
    expect(scope('h1{}', 'A.vue?vue&type=style&index=0&scoped=1a2b&lang.css')).toContain(`${own} h1{}`)
  })

  it('reaches deep into its own components, and not into those of guests', () => {
    const file = 'A.vue?vue&type=style&index=0&scoped=1a2b&lang.css'
    const foreign = '[data-mfe="search"] [data-mfe]:not([data-mfe="search"])'
    const spared = tight(`:not(:where(${foreign}, ${foreign} *))`)
    expect(scope('.a :deep(h2){}', file)).toContain(`${own} .a :deep(h2)${spared}{}`)
    expect(scope('.a :deep(h2)::before{}', file)).toContain(`:deep(h2)${spared}::before{}`)
  })

  it.each([
    ['@import "x.css";', /@import would escape/],
    [':global(.a){}', /:global\(\) would escape/],
  ])('refuses a way out: %s', (css, reason) => {
    expect(() => scope(css, 'A.vue?scoped=1')).toThrow(reason)
  })
})
