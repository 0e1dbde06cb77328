/// <reference lib="dom" />
/** Answers to what blocks ask, as readers of the site would get them; each is asked once while the editor is open. */
import type { Answer, Answers, PageQuery } from '@shuxiang/site-blocks'

export interface AnswerBook {
  readonly known: Answers
  /** Asks for those that are not known; true when something new came. What gets no answer is asked again with the next. */
  fetch(queries: readonly PageQuery[]): Promise<boolean>
}

/** Answers kept; the oldest go first. */
const mostKept = 400

export function openAnswerBook(site: string, send: typeof fetch): AnswerBook {
  const known = new Map<string, Answer>()
  const asked = new Set<string>()
  return {
    known,
    async fetch(queries) {
      const open = queries.filter(({ key }) => !known.has(key) && !asked.has(key))
      if (open.length === 0) return false
      for (const { key } of open) asked.add(key)
      try {
        const answer = await send(`/_answers/${encodeURIComponent(site)}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          credentials: 'same-origin',
          body: JSON.stringify({
            queries: open.map(({ key, operation, variables }) => ({ key, operation, variables })),
          }),
        })
        if (!answer.ok) return false
        const { answers }: { readonly answers: readonly (readonly [string, Answer])[] } = await answer.json()
        const came = answers.filter(([, one]) => one !== null)
        for (const [key, one] of came) known.set(key, one)
        for (const key of [...known.keys()].slice(0, Math.max(0, known.size - mostKept))) known.delete(key)
        return came.length > 0
      } catch {
        return false
      } finally {
        for (const { key } of open) asked.delete(key)
      }
    },
  }
}
