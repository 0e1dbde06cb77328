/** What stands in a page of blocks beside its blocks, and what it needs for that. */
import { offerPlace } from '@shuxiang/site-render/markup'
import { describe, expect, it } from 'vitest'
import { needsOf } from '../pages/page-needs.ts'
import { testPlan } from '../testing/test-plan.ts'
import { declaredBuilderPage, slottedContent } from './builder-slots.ts'

const label = { 'zh-CN': '书架', en: 'Shelf' }
const extension = {
  slot: 'page.offer.v1' as const,
  kinds: null,
  entry: 'e.1.js',
  preload: [],
  server: false,
  deadlineMs: 200,
  order: 100,
  absence: 'silent' as const,
}

describe('a page of blocks', () => {
  it('is given what may be offered on it needs, and nothing where nothing is offered', () => {
    const offer = { name: 'shelf', label, about: label, on: ['portal' as const] }
    const policy = { frames: ['content' as const] }
    const plan = testPlan({ extensions: [{ ...extension, offer, policy }] })
    expect(needsOf(plan, declaredBuilderPage('/'))).toEqual(['frames content'])
    expect(needsOf(testPlan(), declaredBuilderPage('/'))).toEqual([])
  })

  it('has each slot filled with its own, in the order of the page', () => {
    const place = (offer: string) => offerPlace({ offer, named: true, level: 3 })
    const main = `<p>a</p>${place('x/a')}${place('y/b')}${place('x/c')}`
    const { placed, filled } = slottedContent(main, '/', (offer) => offer.startsWith('x/'))
    expect(placed.map(({ name, context }) => [name, 'offer' in context && context.offer])).toEqual([
      ['page.offer.v1', 'x/a'],
      ['page.offer.v1', 'x/c'],
      ['home.body.v1', false],
    ])
    const text = filled(['A', 'C', 'last'])
      .replaceAll(/<div [^>]*>/g, '[')
      .replaceAll('</div>', ']')
    expect(text).toBe('<p>a</p>[A][C][last]')
    expect(
      filled()
        .replaceAll(/<div [^>]*>/g, '[')
        .replaceAll('</div>', ']'),
    ).toBe('<p>a</p>[][][]')
  })
})
