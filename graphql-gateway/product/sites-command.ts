// `npm run sites -- …`: opens sites of libraries from a template, one or many, and lists them.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { templates } from '@shuxiang/site-templates'
import { openSite, type Opened } from '@shuxiang/subgraph-sites/content'
import type { Db } from 'mongodb'
import { domainCommand, domainUsage, isDomainWish } from './domain-command.ts'
import { newSite } from './first-sites.ts'
import { libraryNames, type LibraryName } from './libraries.ts'
import { liveSites } from './sites.ts'
import { connectStore } from './store.ts'
import { isTransferWish, transferCommand, transferUsage } from './transfer-command.ts'

const usage = `Use: npm run sites -- new <code> [--template NAME]
     npm run sites -- demo [--count N] [--template NAME]
     npm run sites -- list
     ${domainUsage}
     ${transferUsage}
  new     opens the site of a library, such as n3301 for 杭州图书馆
  demo    opens sites of the first N libraries that have none (default 20); run again, it goes on
  Without --template each library gets the one that fits it: its name and its level tell.
  templates: ${templates.map(({ id, words }) => `${id} (${words['en'] ?? id})`).join(', ')}`

/** Something that whoever typed the command can mend. */
class Mistake extends Error {}

const ending = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort())

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

async function run(args: readonly string[]): Promise<number> {
  const transfers = isTransferWish(args)
  const wish = args[0] === 'domain' || transfers ? null : wishOf(args)
  if (wish === null && !transfers && !isDomainWish(args.slice(1))) throw new Mistake(usage)
  const store = await connectStore({
    mongoUri: process.env['MONGODB_URI'] || null,
    dataDir: resolve(process.env['DATA_DIR'] || '.data'),
    appName: 'sites',
    patience: 10_000,
  })
  try {
    if (wish === null) {
      const told = transfers
        ? await transferCommand(placeOf(store.db), args)
        : await domainCommand(store.db, args.slice(1), process.env)
      if ('refused' in told) throw new Mistake(told.refused)
      for (const line of told) say(line)
      return 0
    }
    const { what, code, count, template } = wish
    const libraries = await libraryNames(store.db)
    if (libraries.length === 0)
      throw new Mistake(
        'There are no libraries yet: start the product once with npm start, then run this again.',
      )
    if (what === 'list') return await list(store.db)
    if (what === 'demo') return await openMany(store.db, libraries, count, template)
    const library = libraries.find((one) => one.code === code)
    if (!library) throw new Mistake(`There is no library with the code ${code}.\n${usage}`)
    const came = await open(store.db, library, template)
    say(came === 'made' ? `${library.name}: its site is open.` : `${library.name} has a site already.`)
    return 0
  } finally {
    await store.close()
  }
}

function placeOf(db: Db) {
  return {
    db,
    dataDir: resolve(process.env['DATA_DIR'] || '.data'),
    name: process.env['PUBLIC_ORIGIN'] || 'a machine of its own',
    signal: ending.signal,
  }
}

async function list(db: Db): Promise<number> {
  const sites = await liveSites(db)
  for (const { code, name } of sites) say(`${code.padEnd(10)} ${name}`)
  say(`${sites.length} sites`)
  return 0
}

async function openMany(
  db: Db,
  libraries: readonly LibraryName[],
  count: number,
  template: string | null,
): Promise<number> {
  const there = new Set((await liveSites(db)).map(({ code }) => code))
  const without = libraries.filter(({ code }) => !there.has(code)).slice(0, count)
  for (const [n, library] of without.entries()) {
    if (ending.signal.aborted) {
      say(`Ended after ${n} of ${without.length}; run it again and it goes on.`)
      return 130
    }
    await open(db, library, template)
    if ((n + 1) % 100 === 0) say(`${n + 1} of ${without.length}`)
  }
  say(`${without.length} sites opened; ${there.size + without.length} in all.`)
  return 0
}

/** What was begun before and not finished is finished, unless another template was asked for. */
async function open(db: Db, library: LibraryName, template: string | null): Promise<'made' | 'there'> {
  const opened = await openAs(db, library, template)
  if (typeof opened !== 'object') return opened
  const { begunAs } = opened
  const finished = template === null ? await openAs(db, library, begunAs) : opened
  if (typeof finished !== 'object') return finished
  throw new Mistake(
    `The site of ${library.name} was begun as ${begunAs} and is not finished: give --template ${begunAs}, or none.`,
  )
}

async function openAs(db: Db, library: LibraryName, template: string | null): Promise<Opened> {
  const site = newSite(template, library)
  if (!site) throw new Mistake(`There is no template ${template}.\n${usage}`)
  return openSite(db, site, new Date())
}

interface Wish {
  readonly what: 'new' | 'demo' | 'list'
  readonly code: string
  readonly count: number
  /** Null: the one that fits each library. */
  readonly template: string | null
}

function wishOf(args: readonly string[]): Wish {
  const { values, positionals } = parsed(args)
  const [what, code = '', ...more] = positionals
  const count = Number(values.count ?? 20)
  if (more.length > 0 || (what !== 'new' && what !== 'demo' && what !== 'list')) throw new Mistake(usage)
  if ((what === 'new') !== (code !== '')) throw new Mistake(usage)
  if (!Number.isInteger(count) || count < 1 || count > 10_000)
    throw new Mistake(`--count: give a number from 1 to 10000.\n${usage}`)
  return { what, code, count, template: values.template ?? null }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { count: { type: 'string' }, template: { type: 'string' } },
    })
  } catch {
    throw new Mistake(usage)
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
