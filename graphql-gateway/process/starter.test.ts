import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { endWithStarter, type Self } from './starter.ts'

describe('a process that follows its starter', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const processOf = (connected: boolean | undefined) => {
    const exits: number[] = []
    const self = { connected, exit: (code: number) => void exits.push(code) } satisfies Self
    return { self, exits }
  }

  test('is asked to end when the channel closes, once', () => {
    const { self } = processOf(true)
    const end = vi.fn()
    endWithStarter({ end, self })
    vi.advanceTimersByTime(5_000)
    expect(end).not.toHaveBeenCalled()
    self.connected = false
    vi.advanceTimersByTime(5_000)
    expect(end).toHaveBeenCalledTimes(1)
  })

  test('notices a channel that closed before anybody looked', () => {
    const { self } = processOf(false)
    const end = vi.fn()
    endWithStarter({ end, self })
    vi.advanceTimersByTime(1_000)
    expect(end).toHaveBeenCalledTimes(1)
  })

  test('is ended within 15 seconds even when its own end hangs', () => {
    const { self, exits } = processOf(false)
    endWithStarter({ end: () => {}, self })
    vi.advanceTimersByTime(14_999)
    expect(exits).toEqual([1])
  })

  test('follows nobody when it was started without a channel', () => {
    const { self } = processOf(undefined)
    const end = vi.fn()
    endWithStarter({ end, self })
    vi.advanceTimersByTime(60_000)
    expect(end).not.toHaveBeenCalled()
  })
})
