/** Notes what a page reads of its context while it is drawn: when that changes, it must be drawn again. */
import { contextWith } from './context-with.ts'
import type { RenderContext } from './contract.ts'

/** What was read so far. */
export interface Reading {
  /** The day of the portal. */
  day: boolean
  /** The instant, by a block that says something of it. */
  instant: boolean
  /** Names of the parameters of the address. */
  readonly parameters: Set<string>
  /** Instants from or until which blocks are shown, in ISO 8601. */
  readonly turns: Set<string>
}

/** The same context, and what is read of it from now on. */
export function noting(context: RenderContext): {
  readonly context: RenderContext
  readonly reading: Reading
} {
  const reading: Reading = { day: false, instant: false, parameters: new Set(), turns: new Set() }
  const parameters = new Proxy(context.parameters, {
    get(target, name) {
      if (typeof name !== 'string') return undefined
      reading.parameters.add(name)
      return Object.hasOwn(target, name) ? target[name] : undefined
    },
  })
  return {
    reading,
    context: contextWith(context, {
      parameters,
      get today() {
        reading.day = true
        return context.today
      },
      get now() {
        reading.instant = true
        return context.now
      },
    }),
  }
}
