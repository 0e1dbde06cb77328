// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createRecovery, type Recovery } from './recovery.ts'

let recovery: Recovery
let asked: number
let away: boolean
let online: boolean
let visible: boolean

beforeEach(() => {
  vi.useFakeTimers()
  asked = 0
  away = online = visible = true
  vi.spyOn(navigator, 'onLine', 'get').mockImplementation(() => online)
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => (visible ? 'visible' : 'hidden'))
  recovery = createRecovery(() => {
    asked += 1
    if (away) recovery.failed()
    else recovery.rest()
  })
})
afterEach(() => {
  recovery.rest()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('what could not be had', () => {
  it('is asked for again after growing pauses, until it is had', () => {
    recovery.failed()
    const counts = [2_000, 5_000, 15_000, 30_000, 30_000].map((pause) => {
      vi.advanceTimersByTime(pause)
      return asked
    })
    expect(counts).toEqual([1, 2, 3, 4, 5])
    away = false
    vi.advanceTimersByTime(30_000)
    expect(asked).toBe(6)
    vi.advanceTimersByTime(3_600_000)
    expect(asked).toBe(6)
  })

  it('is asked for at once when the network is back, and not before', () => {
    online = false
    recovery.failed()
    vi.advanceTimersByTime(60_000)
    expect(asked).toBe(0)
    online = true
    away = false
    window.dispatchEvent(new Event('online'))
    expect(asked).toBe(1)
    window.dispatchEvent(new Event('online'))
    expect(asked).toBe(1)
  })

  it('waits while nobody looks', () => {
    visible = false
    recovery.failed()
    vi.advanceTimersByTime(60_000)
    expect(asked).toBe(0)
    visible = true
    document.dispatchEvent(new Event('visibilitychange'))
    expect(asked).toBe(1)
  })

  it('is given up after about ten minutes, but for an event', () => {
    recovery.failed()
    vi.advanceTimersByTime(3_600_000)
    expect(asked).toBe(22)
    window.dispatchEvent(new Event('online'))
    expect(asked).toBe(23)
  })

  it('is left alone when it is not wanted any more', () => {
    recovery.failed()
    recovery.rest()
    window.dispatchEvent(new Event('online'))
    vi.advanceTimersByTime(60_000)
    expect(asked).toBe(0)
  })
})
