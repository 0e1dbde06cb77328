// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { PLACE } from './kept.ts'
import { forgetPlace, keepPlace, keptPlace, restoreTyped } from './place.ts'

const page = `<form action="/search"><input name="q"><input type="password" name="secret">
  <input name="shown" autocomplete="current-password"><input name="code" autocomplete="one-time-code">
  <input type="hidden" name="h" value="1"><textarea name="note"></textarea>
  <input type="checkbox" name="kind" value="a"><input type="checkbox" name="kind" value="b">
  <select name="sort"><option>one</option><option>two</option></select></form>`
const field = <Element extends HTMLElement = HTMLInputElement>(name: string, at = 0): Element => {
  const found = document.querySelectorAll<Element>(`[name=${name}]`)[at]
  if (!found) throw new Error(`The page has no field ${name}.`)
  return found
}

beforeEach(() => {
  sessionStorage.clear()
  history.replaceState(null, '', '/search?q=a#b')
  document.body.innerHTML = page
})

describe('the place of a reader who leaves to sign in', () => {
  it('has the address and what was typed, never a secret', () => {
    for (const name of ['q', 'secret', 'shown', 'code', 'note']) field(name).value = `typed ${name}`
    field('kind', 1).checked = true
    field<HTMLSelectElement>('sort').value = 'two'
    keepPlace(window, false)
    expect(sessionStorage.getItem(PLACE)).not.toMatch(/typed (secret|shown|code)/)
    document.body.innerHTML = page
    const place = keptPlace(window)
    expect(place?.to).toBe('/search?q=a#b')
    restoreTyped(window, place?.typed ?? [])
    expect([field('q').value, field('note').value, field<HTMLSelectElement>('sort').value]).toEqual([
      'typed q',
      'typed note',
      'two',
    ])
    expect([field('kind').checked, field('kind', 1).checked]).toEqual([false, true])
  })

  it('is put back into fields that come later, and what is typed meanwhile stays', async () => {
    field('q').value = 'first'
    field('note').value = 'second'
    keepPlace(window, false)
    document.body.innerHTML = '<form action="/search"><input name="q"></form>'
    restoreTyped(window, keptPlace(window)?.typed ?? [])
    expect(field('q').value).toBe('first')
    field('q').value = 'typed meanwhile'
    document.querySelector('form')?.insertAdjacentHTML('beforeend', '<textarea name="note"></textarea>')
    await vi.waitFor(() => expect(field('note').value).toBe('second'))
    expect(field('q').value).toBe('typed meanwhile')
  })

  it('tells components as typing does', () => {
    field('q').value = 'x'
    keepPlace(window, false)
    document.body.innerHTML = page
    const heard: string[] = []
    for (const type of ['input', 'change'])
      document.body.addEventListener(type, ({ target }) => {
        if (target === field('q')) heard.push(type)
      })
    restoreTyped(window, keptPlace(window)?.typed ?? [])
    expect(heard).toEqual(['input', 'change'])
  })

  it.each(['https://evil.example', '//evil.example', '/auth/sign-in?to=/', '/auth'])('is never %s', (to) => {
    keepPlace(window, false, to)
    expect(keptPlace(window)?.to).toBe('/')
    sessionStorage.setItem(PLACE, JSON.stringify({ to, at: Date.now() }))
    expect(keptPlace(window)?.to).toBe('/')
  })

  it.each(['', 'x', '[]', '7', '{"to":"/a"}', JSON.stringify({ to: '/a', at: Date.now() - 3_700_000 })])(
    'that another has written, or that is too old, is none: %s',
    (text) => {
      sessionStorage.setItem(PLACE, text)
      expect(keptPlace(window)).toBeNull()
    },
  )

  it('is used once', () => {
    keepPlace(window, true)
    forgetPlace(window)
    expect(sessionStorage).toHaveLength(0)
  })
})
