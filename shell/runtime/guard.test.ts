import { describe, expect, it, vi } from 'vitest'
import { guard, type After, type Deadlines, type Guarded } from './guard.ts'

const deadlines: Deadlines = { load: 100, mount: 50, unmount: 10 }
const never = new Promise<never>(() => {})
const turn = async (): Promise<void> => {
  for (let i = 0; i < 20; i += 1) await Promise.resolve()
}

/** A clock that the test moves. */
function clock(): { after: After; advance(milliseconds: number): Promise<void> } {
  let time = 0
  const timers = new Set<{ readonly at: number; readonly run: () => void }>()
  return {
    after(milliseconds, run) {
      const timer = { at: time + milliseconds, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    async advance(milliseconds) {
      time += milliseconds
      for (const timer of [...timers]) {
        if (timer.at > time) continue
        timers.delete(timer)
        timer.run()
      }
      await turn()
    },
  }
}

function setUp(code: {
  load?: () => Promise<never>
  mount?: () => Promise<void>
  unmount?: () => Promise<void>
}) {
  const time = clock()
  const events: string[] = []
  let retry = (): void => {}
  const guarded: Guarded = {
    load:
      code.load ??
      (async () => ({ mount: code.mount ?? (async () => {}), unmount: code.unmount ?? (async () => {}) })),
    // The guard only hands the element on.
    open: () => (events.push('open'), {} as HTMLElement),
    close: () => void events.push('close'),
    onMounted: () => void events.push('mounted'),
    onFault: (_visit, phase, error, again) => {
      retry = again
      events.push(`${phase}: ${error instanceof Error ? error.message : String(error)}`)
    },
  }
  return { lifecycles: guard(guarded, deadlines, time.after), time, events, again: () => retry() }
}

describe('the guard', () => {
  it('lets a sound microfrontend come and go', async () => {
    const { lifecycles, events } = setUp({})
    await lifecycles.mount()
    await turn()
    await lifecycles.unmount()
    expect(events).toEqual(['open', 'mounted', 'close'])
  })

  it.each([
    ['load', { load: () => never }, 100],
    ['mount', { mount: () => never }, 50],
  ])(
    'returns from mounting at once and names a hang in %s after its deadline',
    async (phase, code, deadline) => {
      const { lifecycles, events, time } = setUp(code)
      await lifecycles.mount()
      await turn()
      await time.advance(deadline - 1)
      expect(events).toEqual(['open'])
      await time.advance(1)
      expect(events).toEqual(['open', `${phase}: ${phase} took longer than ${deadline} ms`])
    },
  )

  it.each([
    ['load', { load: () => Promise.reject(new Error('broken')) }],
    ['mount', { mount: () => Promise.reject(new Error('broken')) }],
  ])('names a throw in %s', async (phase, code) => {
    const { lifecycles, events } = setUp(code)
    await lifecycles.mount()
    await turn()
    expect(events).toEqual(['open', `${phase}: broken`])
  })

  it.each([
    ['hangs', () => never, 10],
    ['throws', () => Promise.reject(new Error('broken')), 0],
  ])('leaves in time when unmounting %s', async (_name, unmount, wait) => {
    const { lifecycles, events, time } = setUp({ unmount })
    await lifecycles.mount()
    await turn()
    const leaving = lifecycles.unmount()
    await time.advance(wait)
    await leaving
    expect(events).toEqual(['open', 'mounted', 'close'])
  })

  it('a reader who leaves during a hang sees nothing of it later', async () => {
    const { lifecycles, events, time } = setUp({ load: () => never })
    await lifecycles.mount()
    await lifecycles.unmount()
    await time.advance(1_000)
    expect(events).toEqual(['open', 'close'])
  })

  it('takes down a mount that hung half-way', async () => {
    const unmount = vi.fn(async () => {})
    const { lifecycles, time } = setUp({ mount: () => never, unmount })
    await lifecycles.mount()
    await turn()
    await time.advance(50)
    await lifecycles.unmount()
    expect(unmount).toHaveBeenCalledOnce()
  })

  it('tries again in a new element, and never for a page that was left', async () => {
    let works = false
    const { lifecycles, events, again } = setUp({
      mount: async () => {
        if (!works) throw new Error('broken')
      },
    })
    await lifecycles.mount()
    await turn()
    works = true
    again()
    await turn()
    expect(events).toEqual(['open', 'mount: broken', 'close', 'open', 'mounted'])
    await lifecycles.unmount()
    again()
    await turn()
    expect(events.at(-1)).toBe('close')
  })
})
