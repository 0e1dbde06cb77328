import { expect, it } from 'vitest'
import { newsSince, openLastVisit } from './last-visit.ts'

const page = (changedAt: string, changedBy: string | null) => ({ changedAt, changedBy })

it('is what others changed later, the last one first; never what somebody did themselves', () => {
  const pages = [
    page('2026-11-20T00:00:00Z', 'n33/a'),
    page('2026-11-25T00:00:00Z', 'n33/a'),
    page('2026-11-27T00:00:00Z', 'n33/me'),
    page('2026-11-26T00:00:00Z', null),
  ]
  expect(newsSince(pages, new Date('2026-11-21T00:00:00Z'), 'n33/me')).toEqual([pages[3], pages[1]])
})

it('is of one account and one site, and nothing where the device keeps nothing', () => {
  const kept = new Map<string, string>()
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  } as Storage
  const now = new Date('2026-11-28T00:00:00Z')
  openLastVisit('r1', 'n33', () => store).seen(now)
  expect(openLastVisit('r1', 'n33', () => store).read()).toEqual(now)
  expect(openLastVisit('r2', 'n33', () => store).read()).toBeNull()
  expect(openLastVisit('r1', 'n34', () => store).read()).toBeNull()
  const none = openLastVisit('r1', 'n33', () => {
    throw new Error('refused')
  })
  none.seen(now)
  expect(none.read()).toBeNull()
})
