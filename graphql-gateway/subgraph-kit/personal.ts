// What subgraphs keep of people: what each hands out, and what it forgets when an account goes.
import type { Db } from 'mongodb'

/** What handing out and forgetting get. */
export interface PersonalParts {
  readonly db: Db
  readonly now: () => Date
}

/** Plain data, as it stands in the file that a person takes away. */
export type PersonalValue =
  string | number | boolean | null | readonly PersonalValue[] | { readonly [name: string]: PersonalValue }

/** A subgraph's side of it. `subject` is the `sub` of the person's tokens. */
export interface PersonalData {
  /** All that is kept of the person. */
  export(parts: PersonalParts, subject: string): Promise<PersonalValue>
  /**
   * Forgets all of it. May be called again, also after it was cut short, and changes nothing then. What others did stays;
   * where it names the person, it is by the subject alone.
   */
  erase(parts: PersonalParts, subject: string): Promise<void>
}

/** What a module says: how, or that it keeps nothing of anybody. */
export type PersonalDeclaration = 'none' | (() => Promise<PersonalData>)

/** One subgraph that keeps something of people. */
export interface PersonalKeeper extends PersonalData {
  /** Of the subgraph. */
  readonly name: string
}

/** Those of the installed modules that keep something of people, in the order of the list. */
export async function personalKeepers(
  modules: readonly { readonly name: string; readonly personal: PersonalDeclaration }[],
): Promise<readonly PersonalKeeper[]> {
  const keepers = await Promise.all(
    modules.map(async ({ name, personal }) => {
      if (personal === 'none') return []
      const { export: hand, erase } = await personal()
      return [{ name, export: hand, erase }]
    }),
  )
  return keepers.flat()
}

/** All that is kept of a person, by subgraph. */
export async function everythingOf(
  keepers: readonly PersonalKeeper[],
  parts: PersonalParts,
  subject: string,
): Promise<Readonly<Record<string, PersonalValue>>> {
  const all: Record<string, PersonalValue> = {}
  for (const keeper of keepers) all[keeper.name] = await keeper.export(parts, subject)
  return all
}
