/** Watches the gateway's own health answer, for the notice of an import under way. */
import type { Dispatcher } from 'undici'
import { z } from 'zod'

const readySchema = z.object({
  importing: z.object({ done: z.number(), total: z.number() }).nullable().optional(),
})

const LOOK_EVERY_MS = 2_000

export interface Readiness {
  importing(): { readonly done: number; readonly total: number } | null
  stop(): void
}

/** Look every two seconds; what was seen last is what pages say. */
export function watchReadiness(dispatcher: Dispatcher): Readiness {
  let importing: { readonly done: number; readonly total: number } | null = null
  let looking = false

  async function look(): Promise<void> {
    if (looking) return
    looking = true
    try {
      const signal = AbortSignal.timeout(LOOK_EVERY_MS)
      const answer = await dispatcher.request({
        origin: 'http://gateway',
        path: '/health/ready',
        method: 'GET',
        signal,
      })
      const seen = readySchema.safeParse(await answer.body.json())
      importing = seen.success ? (seen.data.importing ?? null) : null
    } catch {
      importing = null
    } finally {
      looking = false
    }
  }

  void look()
  const timer = setInterval(() => void look(), LOOK_EVERY_MS)
  timer.unref()
  return { importing: () => importing, stop: () => clearInterval(timer) }
}
