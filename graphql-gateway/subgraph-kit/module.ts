// What a subgraph is to the product: a module that a list names. Types, and nothing that loads GraphQL.
import type { Kind } from '@shuxiang/record'
import type { Db } from 'mongodb'
import type { Log } from './context.ts'
import type { Subgraph } from './contract.ts'
import type { PersonalDeclaration } from './personal.ts'

/** What the SDL of a subgraph may depend on: all that is installed, gathered by the composition root. */
export interface Installed {
  readonly kinds: readonly Kind[]
}

/** What a migration gets. */
export interface MigrationParts {
  readonly db: Db
  readonly now: () => Date
  /** Fires when the process is asked to end: a long migration stops then and is taken up again at the next start. */
  readonly signal: AbortSignal
  /** Says how far a long migration is; health and the terminal show it. Cheap: call it after every batch. */
  report(done: number, total: number): Promise<void>
}

/**
 * A change of what the store holds. It runs once, is remembered by its id, and is called again from its beginning
 * when a process ended in the midst of it, or by two processes at once: it must look at what is done already.
 */
export interface Migration {
  /** `<subgraph>-<number>-<what>`; never changed once it is released. */
  readonly id: string
  run(parts: MigrationParts): Promise<void>
}

/** What a seed gets. */
export interface SeedParts {
  readonly db: Db
  readonly now: () => Date
}

/** What a job gets. */
export interface JobParts {
  readonly db: Db
  readonly now: () => Date
  readonly log: Log
  /** Folder for everything the product writes. */
  readonly dataDir: string
  /** Scheme, host and port by which readers know the portal. */
  readonly publicOrigin: string
}

/**
 * Work that repeats. One worker at a time runs it, whatever number there are; one that dies is followed by another.
 * An error ends this run only: it is logged, and the job runs again when its time comes.
 */
export interface Job {
  /** Unique in the product. */
  readonly name: string
  /** Milliseconds from one run to the next. */
  readonly every: number
  /** `signal` fires when the worker ends or the job is no longer its own: come back soon, the next run goes on. */
  run(parts: JobParts, signal: AbortSignal): Promise<void>
}

/**
 * A subgraph as the product installs it. Everything heavy is behind a function that imports it when it is called, so
 * that no process loads what it does not do. `Needs` are the parts that `create` takes of the composition root: the
 * list in `product/subgraphs.ts` compiles only when the root has them.
 */
export interface SubgraphModule<Needs = object> {
  /** Lower-case letters, digits and hyphens; unique in the graph. */
  readonly name: string
  /** The collections that only this subgraph reads and writes. */
  readonly collections: readonly string[]
  /** The SDL, federation v2.7. */
  readonly typeDefs: (installed: Installed) => string
  /** The kinds of record that it brings, in the order in which they are listed. */
  readonly kinds?: () => Promise<readonly Kind[]>
  /** In the order in which they run. */
  readonly migrations?: () => Promise<readonly Migration[]>
  /** Fills in what a new installation begins with; looks itself at what is there already, and changes nothing of it. */
  readonly seed?: (parts: SeedParts) => Promise<void>
  readonly jobs?: readonly Job[]
  /**
   * What it keeps of people. The file of everything that a person takes away and the deletion of an account go by it, so
   * a module that says nothing does not compile.
   */
  readonly personal: PersonalDeclaration
  readonly create: (parts: Needs) => Promise<Subgraph>
}

/** Errors: `Error` when two modules have one name, or claim one collection. Subgraphs meet in the graph, never in the store. */
export function checkModules(modules: readonly Pick<SubgraphModule, 'name' | 'collections'>[]): void {
  const owners = new Map<string, string>()
  const names = new Set<string>()
  for (const { name, collections } of modules) {
    if (names.has(name)) throw new Error(`Two subgraphs are called ${name}.`)
    names.add(name)
    for (const collection of collections) {
      const owner = owners.get(collection)
      if (owner !== undefined)
        throw new Error(`The subgraphs ${owner} and ${name} both claim the collection ${collection}.`)
      owners.set(collection, name)
    }
  }
}

/** Every kind that the modules bring. */
export async function installedOf<K>(
  modules: readonly { readonly kinds?: () => Promise<readonly K[]> }[],
): Promise<{ readonly kinds: readonly K[] }> {
  const kinds = await Promise.all(modules.map(async (module) => (await module.kinds?.()) ?? []))
  return { kinds: kinds.flat() }
}
