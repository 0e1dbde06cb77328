// A small shell: JavaScript with `db` at hand, results as relaxed Extended JSON; reads a script when nobody types.
import { text } from 'node:stream/consumers'
import { createContext, runInContext, type Context } from 'node:vm'
import { start } from 'node:repl'
import { BSON, type Db, MongoClient } from 'mongodb'

/** What the shell works on. */
export interface ShellOptions {
  readonly uri: string
  /** Let commands change data. */
  readonly write: boolean
}

const help = `db                       the database in use; db.records.findOne({ ... }), db.collection('any name')
show()                   databases and collections with their numbers of documents
use('name')              another database
help()                   these lines
Ctrl-D or .exit          ends. Results of find(...) are shown, 20 at most.`

/** Commands that change nothing (driver: names of commands). */
const reading = new Set(
  'find getMore aggregate count distinct explain listCollections listDatabases listIndexes hello ping buildInfo dbStats collStats serverStatus storeStatus connectionStatus killCursors endSessions'.split(
    ' ',
  ),
)

/** Runs until the user leaves, or the script ends. Throws what the script throws. */
export async function runShell({ uri, write }: ShellOptions): Promise<void> {
  const client = await new MongoClient(uri, { serverSelectionTimeoutMS: 10_000 }).connect()
  try {
    const names = (await client.db().admin().listDatabases({ nameOnly: true })).databases.map(
      ({ name }) => name,
    )
    const tools = toolsOf(client, write, names.find((name) => name === 'shuxiang') ?? names[0] ?? 'shuxiang')
    if (process.stdin.isTTY) await converse(tools, write)
    else await runScript(tools, await text(process.stdin))
  } finally {
    await client.close()
  }
}

type Tools = Record<string, unknown> & { db: Db }

function toolsOf(client: MongoClient, write: boolean, name: string): Tools {
  const open = (database: string): Db =>
    withCollections(write ? client.db(database) : readOnly(client.db(database)))
  const tools: Tools = {
    db: open(name),
    use(database: string) {
      tools.db = open(database)
      return `now in ${database}`
    },
    async show() {
      const lines: string[] = []
      for (const { name: database } of (await client.db().admin().listDatabases({ nameOnly: true }))
        .databases)
        for (const { name: collection } of await client.db(database).listCollections().toArray())
          lines.push(
            `${database}.${collection}  ${await client.db(database).collection(collection).estimatedDocumentCount()}`,
          )
      return lines.join('\n')
    },
    help: () => help,
    EJSON: BSON.EJSON,
    ObjectId: BSON.ObjectId,
  }
  return tools
}

/** The database with its collections by name: `db.records`. What the driver has under a name goes first. */
function withCollections(db: Db): Db {
  return new Proxy(db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value === 'function') return value.bind(target)
      return value === undefined && typeof name === 'string' && name !== 'then'
        ? target.collection(name)
        : value
    },
  })
}

/** Methods of the driver that change nothing; every other one is refused. */
const readers = {
  db: ['collection', 'listCollections', 'command', 'runCursorCommand', 'aggregate', 'admin'],
  collection: [
    'find',
    'findOne',
    'aggregate',
    'countDocuments',
    'estimatedDocumentCount',
    'distinct',
    'indexes',
    'listIndexes',
    'options',
  ],
  admin: ['command', 'listDatabases', 'serverStatus', 'buildInfo', 'ping'],
} as const

/** The database with everything that may change data refused, so that a look can do no harm. */
function readOnly(db: Db): Db {
  return guarded(db, 'db', (name, result) => {
    if (typeof result !== 'object' || result === null) return result
    return name === 'collection' || name === 'admin' ? guarded(result, name, (_, inner) => inner) : result
  })
}

function guarded<T extends object>(
  target: T,
  kind: keyof typeof readers,
  wrap: (name: string, result: unknown) => unknown,
): T {
  const known: readonly string[] = readers[kind]
  return new Proxy(target, {
    get(object, name) {
      const value: unknown = Reflect.get(object, name, object)
      // What lies behind (the client) would be unguarded.
      if (typeof value !== 'function') return typeof value === 'object' ? undefined : value
      return (...args: unknown[]): unknown => {
        if (!known.includes(String(name))) refuse(String(name))
        checkArguments(String(name), args)
        return wrap(String(name), Reflect.apply(value, object, args))
      }
    },
  })
}

function refuse(what: string): never {
  throw new Error(`${what} may change data: start the shell with --write`)
}

function checkArguments(name: string, [first]: readonly unknown[]): void {
  if (typeof first !== 'object' || first === null) return
  const [command = ''] = Object.keys(first)
  if ((name === 'command' || name === 'runCursorCommand') && !reading.has(command)) refuse(command)
  if (/"\$(out|merge)"/.test(JSON.stringify(first))) refuse('$out or $merge')
}

async function converse(tools: Tools, write: boolean): Promise<void> {
  process.stdout.write(
    `help() shows what there is.${write ? '' : ' Read-only; start with --write to change data.'}\n`,
  )
  // No file keeps the history: what is typed may hold names and passwords.
  const session = start({ prompt: 'store> ', writer: (value: unknown) => String(value), useGlobal: false })
  Object.defineProperties(session.context, Object.getOwnPropertyDescriptors(tools))
  Object.defineProperty(session.context, 'db', { get: () => tools.db })
  const evaluate = session.eval
  Object.assign(session, {
    eval(
      this: typeof session,
      line: string,
      context: Context,
      file: string,
      done: (e: Error | null, r?: unknown) => void,
    ) {
      evaluate.call(session, line, context, file, (error: Error | null, result: unknown) => {
        if (error) return done(error)
        shown(result).then(
          (lines) => done(null, lines),
          (failure: unknown) => done(failure instanceof Error ? failure : new Error(String(failure))),
        )
      })
    },
  })
  await new Promise<void>((resolve) => session.once('exit', () => resolve()))
}

async function runScript(tools: Tools, script: string): Promise<void> {
  const context = createContext({ console })
  Object.defineProperties(context, Object.getOwnPropertyDescriptors(tools))
  Object.defineProperty(context, 'db', { get: () => tools.db })
  for (const statement of script.split('\n').map((line) => line.trim()))
    if (statement !== '' && !statement.startsWith('//')) {
      const lines = await shown(runInContext(`(async () => (${statement.replace(/;$/, '')}))()`, context))
      if (lines !== '') process.stdout.write(`${lines}\n`)
    }
}

const mostShown = 20

/** A result as text: cursors are read, documents are relaxed Extended JSON. */
async function shown(result: unknown): Promise<string> {
  const value: unknown = await result
  if (value === undefined) return ''
  if (typeof value === 'string') return value
  if (isCursor(value)) {
    const lines: string[] = []
    for await (const document of value) {
      if (lines.length === mostShown) {
        lines.push(`... only the first ${mostShown} are shown`)
        break
      }
      lines.push(BSON.EJSON.stringify(document, { relaxed: true }))
    }
    return lines.join('\n')
  }
  return BSON.EJSON.stringify(value, undefined, 2, { relaxed: true })
}

const isCursor = (value: unknown): value is AsyncIterable<unknown> & object =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value
