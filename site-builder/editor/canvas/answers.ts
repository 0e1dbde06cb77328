/// <reference lib="dom" />
/** Answers to what blocks ask, as readers of the site would get them; each is asked once, until somebody knows of another one. */
import type { Answer, Answers, PageQuery } from '@shuxiang/site-blocks'
import { readonly, ref, type Ref } from 'vue'

export interface AnswerBook {
  readonly known: Answers
  /**
   * Asks for those that are not known, and resolves when each has come or not; true when something new is there. What got no
   * answer is not asked again for a moment.
   */
  fetch(queries: readonly PageQuery[]): Promise<boolean>
  /** Something that answers tell was changed, such as the words of a picture: each is asked once more, and stands until then. */
  askAnew(): void
  /** Goes up when answers are to be asked anew: what is drawn is drawn again. */
  readonly turn: Readonly<Ref<number>>
}

/** Answers kept; the oldest go first. */
const mostKept = 400
/** Milliseconds after which a question without an answer is asked again. */
const restAfterNone = 4_000

export function openAnswerBook(
  site: string,
  send: typeof fetch = (...asked) => fetch(...asked),
  now = (): number => Date.now(),
): AnswerBook {
  const known = new Map<string, Answer>()
  const asked = new Map<string, Promise<boolean>>()
  const failed = new Map<string, number>()
  /** Keys of what is known and may be another by now. */
  const old = new Set<string>()
  const turn = ref(0)

  async function ask(queries: readonly PageQuery[]): Promise<boolean> {
    const answers = await sent(queries)
    const came = answers.filter(([, one]) => one !== null)
    for (const [key, one] of came) {
      known.set(key, one)
      old.delete(key)
    }
    for (const { key } of queries) {
      if (known.has(key) && !old.has(key)) failed.delete(key)
      else failed.set(key, now() + restAfterNone)
    }
    for (const key of [...known.keys()].slice(0, Math.max(0, known.size - mostKept))) known.delete(key)
    return came.length > 0
  }

  async function sent(queries: readonly PageQuery[]): Promise<readonly (readonly [string, Answer])[]> {
    try {
      const answer = await send(`/_answers/${encodeURIComponent(site)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        credentials: 'same-origin',
        body: JSON.stringify({
          queries: queries.map(({ key, operation, variables }) => ({ key, operation, variables })),
        }),
      })
      if (!answer.ok) return []
      const { answers }: { readonly answers: readonly (readonly [string, Answer])[] } = await answer.json()
      return answers
    } catch {
      return []
    }
  }

  return {
    known,
    async fetch(queries) {
      const open = queries.filter(
        ({ key }) => (!known.has(key) || old.has(key)) && !asked.has(key) && (failed.get(key) ?? 0) <= now(),
      )
      const under = queries.flatMap(({ key }) => asked.get(key) ?? [])
      if (open.length > 0) {
        const own = ask(open).finally(() => {
          for (const { key } of open) asked.delete(key)
        })
        for (const { key } of open) asked.set(key, own)
        under.push(own)
      }
      return (await Promise.all(new Set(under))).some(Boolean)
    },
    askAnew() {
      for (const key of known.keys()) old.add(key)
      failed.clear()
      turn.value += 1
    },
    turn: readonly(turn),
  }
}
