// What microfrontends offer for pages of sites: only the portal's shell knows which of them are installed.
import { z } from 'zod'

const deadline = 2_000
const answer = z.object({
  offers: z.array(z.object({ offer: z.string(), on: z.array(z.string()) })),
})

/** Names as pages have them; undefined when the portal cannot be reached from here or says something else. */
export async function offersAt(portal: string): Promise<ReadonlySet<string> | undefined> {
  try {
    const response = await fetch(new URL('/_offers', portal), {
      redirect: 'error',
      signal: AbortSignal.timeout(deadline),
    })
    const parsed = response.ok ? answer.safeParse(await response.json()) : null
    if (!parsed?.success) return undefined
    return new Set(parsed.data.offers.filter(({ on }) => on.includes('branch')).map(({ offer }) => offer))
  } catch {
    return undefined
  }
}
