import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closedCombobox, shownText, step, type ComboboxEvent, type ComboboxState } from './keyboard.ts'

interface Title {
  readonly text: string
  readonly group: string
  readonly url: string
}
type Event = ComboboxEvent<Title>
type State = ComboboxState<Title>

const suggestion = (text: string, group = 'title'): Title => ({ text, group, url: `/item/${text}` })
const closed = (typed: string): State => closedCombobox(typed)
const answers = [suggestion('静夜思'), suggestion('静安寺', 'creator'), suggestion('静夜')]

function after(state: State, ...events: readonly Event[]): State {
  return events.reduce((before, event) => step(before, event).state, state)
}
const key = (name: string): Event => ({ type: 'key', key: name })
const opened = after(
  closed(''),
  { type: 'typed', text: '静' },
  { type: 'answered', prefix: '静', items: answers },
)

describe('a combobox', () => {
  it('asks for what was typed and opens one list in groups', () => {
    expect(step(closed(''), { type: 'typed', text: ' 静 ' }).ask).toBe('静')
    expect(opened.open).toBe(true)
    expect(opened.items.map(({ text }) => text)).toEqual(['静夜思', '静夜', '静安寺'])
  })

  it('shows the suggestion under the arrows and gives the typed text back between last and first', () => {
    const texts = [1, 2, 3, 4, 5].map((n) => shownText(after(opened, ...Array(n).fill(key('ArrowDown')))))
    expect(texts).toEqual(['静夜思', '静夜', '静安寺', '静', '静夜思'])
    expect(shownText(after(opened, key('ArrowUp')))).toBe('静安寺')
  })

  it('closes on Escape with the typed text and leaves a second Escape to the browser', () => {
    const escape = step(after(opened, key('ArrowDown')), key('Escape'))
    expect(escape.handled).toBe(true)
    expect(escape.state.open).toBe(false)
    expect(shownText(escape.state)).toBe('静')
    expect(step(escape.state, key('Escape')).handled).toBeUndefined()
  })

  it('chooses what the arrows are on by Enter or what is pressed, and submits plainly when there is none', () => {
    const chosen = step(after(opened, key('ArrowDown')), key('Enter'))
    expect(chosen).toMatchObject({ chosen: { url: '/item/静夜思' }, handled: true, stopAsking: true })
    const plain = step(opened, key('Enter'))
    expect(plain.chosen).toBeUndefined()
    expect(plain.handled).toBeUndefined()
    expect(plain.state.open).toBe(false)
    const pressed = step(opened, { type: 'pressed', index: 2 })
    expect(pressed.chosen?.text).toBe('静安寺')
    expect([pressed.state.open, shownText(pressed.state)]).toEqual([false, '静安寺'])
  })

  it('asks nothing and takes no key while an input method composes', () => {
    const composing = step(opened, { type: 'composition', going: true, text: '静' })
    expect(composing.stopAsking).toBe(true)
    expect(step(composing.state, { type: 'typed', text: '静ye' }).ask).toBeUndefined()
    expect(step(composing.state, key('Enter'))).toEqual({ state: composing.state })
    const done = step(composing.state, { type: 'composition', going: false, text: '静夜' })
    expect(done.ask).toBe('静夜')
  })

  it('drops an answer to something typed before', () => {
    const state = after(closed(''), { type: 'typed', text: '静夜' })
    expect(after(state, { type: 'answered', prefix: '静', items: answers })).toEqual(state)
  })

  it('forgets suggestions when the box is emptied', () => {
    expect(step(opened, { type: 'typed', text: '  ' })).toMatchObject({ state: { items: [], open: false } })
  })

  it('opens again on an arrow after Escape, and asks when it has nothing yet', () => {
    const reopened = after(opened, key('Escape'), key('ArrowDown'))
    expect(reopened).toMatchObject({ open: true, active: -1 })
    expect(step(closed('静'), key('ArrowDown')).ask).toBe('静')
    expect(step(closed(''), key('ArrowDown')).handled).toBeUndefined()
  })

  it('asks for everything by the empty text where there is a list to browse', () => {
    const browsing: State = closedCombobox('', true)
    expect(step(browsing, key('ArrowDown'))).toMatchObject({ ask: '', handled: true })
    expect(step(after(opened, key('Escape')), { type: 'typed', text: '' }).ask).toBeUndefined()
    expect(step({ ...opened, browses: true }, { type: 'typed', text: ' ' }).ask).toBe('')
  })

  it('keeps the chosen one inside the list, whatever happens in whatever order', () => {
    const event: fc.Arbitrary<Event> = fc.oneof(
      fc.record({ type: fc.constant('typed' as const), text: fc.constantFrom('', '静', '静夜') }),
      fc.record({
        type: fc.constant('composition' as const),
        going: fc.boolean(),
        text: fc.constantFrom('', '静'),
      }),
      fc.record({
        type: fc.constant('answered' as const),
        prefix: fc.constantFrom('静', '静夜'),
        items: fc.subarray(answers),
      }),
      fc.record({
        type: fc.constant('key' as const),
        key: fc.constantFrom('ArrowDown', 'ArrowUp', 'Enter', 'Escape', 'Tab', 'a'),
      }),
      fc.record({ type: fc.constant('pressed' as const), index: fc.integer({ min: -2, max: 5 }) }),
      fc.constant({ type: 'left' as const }),
    )
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const state = after(closed(''), ...events)
        expect(state.active).toBeGreaterThanOrEqual(-1)
        expect(state.active).toBeLessThan(Math.max(state.items.length, 1))
        if (state.open) expect(state.items.length).toBeGreaterThan(0)
      }),
    )
  })
})
