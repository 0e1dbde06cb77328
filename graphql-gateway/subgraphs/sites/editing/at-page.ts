// Who is at a page, put in order: whoever came first has it, unless somebody took it over. Pure.

/** One tab in which somebody has a page open. */
export interface DeskDoc {
  readonly _id: string
  readonly site: string
  readonly page: string
  /** Subject of the person. */
  readonly by: string
  /** User name. */
  readonly name: string
  readonly since: Date
  /** When the page was taken over here; absent: it was not. */
  readonly took?: Date
  /** Block at which they are; empty for none. */
  readonly block: string
  /** Last sign of life. */
  readonly seen: Date
}

/** A person at a page, however many tabs they have it open in. */
export interface AtPage {
  readonly by: string
  readonly name: string
  readonly since: Date
  readonly took: Date | null
  readonly block: string | null
}

/** The one who has the page stands first: who took it over last, else who came first. */
export function peopleAt(desks: readonly DeskDoc[]): readonly AtPage[] {
  const tabs = new Map<string, DeskDoc[]>()
  for (const desk of desks) tabs.set(desk.by, [...(tabs.get(desk.by) ?? []), desk])
  return [...tabs.values()].map(personAt).toSorted(inTurn)
}

function personAt(tabs: readonly DeskDoc[]): AtPage {
  const [latest] = tabs.toSorted((one, other) => other.seen.getTime() - one.seen.getTime())
  if (!latest) throw new Error('Nobody is at no desk.')
  const times = tabs.flatMap(({ took }) => (took ? [took.getTime()] : []))
  return {
    ...{ by: latest.by, name: latest.name, block: latest.block || null },
    since: new Date(Math.min(...tabs.map(({ since }) => since.getTime()))),
    took: times.length > 0 ? new Date(Math.max(...times)) : null,
  }
}

const inTurn = (one: AtPage, other: AtPage): number =>
  (other.took?.getTime() ?? 0) - (one.took?.getTime() ?? 0) ||
  one.since.getTime() - other.since.getTime() ||
  (one.by < other.by ? -1 : 1)
