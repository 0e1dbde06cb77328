// One code sent several times at once: the first decides. Whoever sends the same password again, as a double press of the
// button does, is told what the first was told; a different password waits, and finds the code spent.
import { createHmac, randomBytes } from 'node:crypto'
import type { Db } from 'mongodb'
import type { CardAnswer, Cards } from './card.ts'

export interface OneAtATime<Answer> {
  /** `code` names the card and the code typed for it; `wish` is the password that it should set, or the account to join. */
  run(code: string, wish: string, go: () => Promise<Answer>): Promise<Answer>
}

interface Known<Answer> {
  /** Keyed digest, with a key that ends with the process: nothing of a password is kept elsewhere. */
  readonly wish: string
  readonly answer: Promise<Answer>
}

/** Milliseconds for which a press that comes late is told what the first was told: a phone on a slow line. */
const rememberedFor = 120_000
/** Activations that are remembered; the oldest go first. */
const most = 1_000

/** Only answers that are objects are remembered: what was refused may be tried again. */
export function createOneAtATime<Answer extends CardAnswer | string>(
  now: () => number,
  again: (answer: Answer) => Answer,
): OneAtATime<Answer> {
  const key = randomBytes(32)
  const underWay = new Map<string, Known<Answer>>()
  const done = new Map<string, Known<Answer> & { readonly until: number }>()

  const forget = (): void => {
    for (const [code, { until }] of done) if (until <= now() || done.size > most) done.delete(code)
  }

  return {
    async run(code, wished, go) {
      const wish = createHmac('sha256', key).update(wished).digest('base64')
      for (let other = underWay.get(code); other !== undefined; other = underWay.get(code)) {
        if (other.wish === wish) return other.answer
        await other.answer.catch(() => null)
      }
      const before = done.get(code)
      if (before?.wish === wish && before.until > now()) return again(await before.answer)
      const answer = go()
      underWay.set(code, { wish, answer })
      try {
        const said = await answer
        if (typeof said === 'object') done.set(code, { wish, answer, until: now() + rememberedFor })
        return said
      } finally {
        underWay.delete(code)
        forget()
      }
    },
  }
}

interface ByCode {
  readonly activations: OneAtATime<Awaited<ReturnType<Cards['activate']>>>
  readonly joinings: OneAtATime<Awaited<ReturnType<Cards['attach']>>>
}

const again = <Answer extends CardAnswer | string>(answer: Answer): Answer =>
  typeof answer === 'object' ? { ...answer, again: true } : answer

const byStore = new WeakMap<Db, ByCode>()

/** Those of a store in this process: when signing keys change, the registry is opened anew beside the one that answers. */
export function oneAtATimeAt(db: Db, now: () => number): ByCode {
  const known = byStore.get(db) ?? {
    activations: createOneAtATime(now, again),
    joinings: createOneAtATime(now, again),
  }
  byStore.set(db, known)
  return known
}
