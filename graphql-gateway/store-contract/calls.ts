// Which lines of the product call the driver: noted while tests run, by a comment that each command carries.
import { appendFileSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { Collection, type CommandStartedEvent, type MongoClient } from 'mongodb'
import { violations } from './portable.ts'

/** The methods of a collection that ask the store, and the place of their options among the arguments. */
export const methods: Readonly<Record<string, number>> = {
  find: 1,
  findOne: 1,
  aggregate: 1,
  countDocuments: 1,
  estimatedDocumentCount: 0,
  distinct: 2,
  insertOne: 1,
  insertMany: 1,
  bulkWrite: 1,
  updateOne: 2,
  updateMany: 2,
  replaceOne: 2,
  deleteOne: 1,
  deleteMany: 1,
  findOneAndUpdate: 2,
  findOneAndReplace: 2,
  findOneAndDelete: 1,
  createIndex: 1,
  createIndexes: 1,
}

const root = new URL('../..', import.meta.url).pathname
const mark = 'called at '
let patched = false

/** The line of the product that called, or null for a test's own call and for one of the driver's. */
function callSite(): string | null {
  const lines = (new Error().stack ?? '').split('\n').slice(1)
  for (const line of lines) {
    const [, file, at] = /(?:file:\/\/)?(\/[^:()]+\.ts)(?:\?[^:]*)?:(\d+):\d+/.exec(line) ?? []
    if (file === undefined || file === new URL(import.meta.url).pathname) {
      if (/node_modules\/.*mongodb\//.test(line)) return null
      continue
    }
    if (/\.test\.ts$/.test(file)) return null
    return `${relative(root, file).split(sep).join('/')}:${at}`
  }
  return null
}

const noted = new Set<string>()

/** Writes a line down for the check of completeness, once. */
function note(site: string): void {
  const file = process.env['STORE_CALLS']
  if (file !== undefined && !noted.has(site)) appendFileSync(file, `${site}\n`)
  noted.add(site)
}

/** Lets every call of the product's own lines carry where it was made. */
function patch(): void {
  if (patched) return
  patched = true
  for (const [name, place] of Object.entries(methods)) {
    const original: unknown = Reflect.get(Collection.prototype, name)
    if (typeof original !== 'function') throw new Error(`the driver's collection has no ${name}`)
    Object.defineProperty(Collection.prototype, name, {
      configurable: true,
      value(this: unknown, ...args: unknown[]): unknown {
        const site = callSite()
        if (site !== null) {
          note(site)
          while (args.length < place) args.push(undefined)
          const given = args[place]
          args[place] = { ...(typeof given === 'object' ? given : {}), comment: `${mark}${site}` }
        }
        return Reflect.apply(original, this, args)
      },
    })
  }
}

/** Watches a client (which monitors commands): the lines that asked, and what of it is not portable. */
export function watch(client: MongoClient): { readonly faults: () => string[] } {
  patch()
  const faults = new Set<string>()
  client.on('commandStarted', ({ commandName, command }: CommandStartedEvent) => {
    const comment: unknown = command['comment']
    if (typeof comment !== 'string' || !comment.startsWith(mark)) return
    const site = comment.slice(mark.length)
    for (const says of violations(commandName, command)) faults.add(`${site}: ${commandName} ${says}`)
  })
  return { faults: () => [...faults] }
}
