// What the command line and the environment ask of the store's command.
import { parseArgs } from 'node:util'

/** A command, ready to be carried out. */
export type StoreCommand =
  | { readonly name: 'help' }
  | { readonly name: 'serve'; readonly dataDir: string; readonly port: number; readonly failPoints: boolean }
  | { readonly name: 'status'; readonly dataDir: string; readonly json: boolean }
  | { readonly name: 'backup' | 'restore'; readonly dataDir: string; readonly file: string }
  | {
      readonly name: 'copy'
      readonly dataDir: string
      /** null: the store of the data folder. */
      readonly from: string | null
      readonly to: string | null
      readonly replace: boolean
      readonly partly: boolean
    }
  | { readonly name: 'shell'; readonly dataDir: string; readonly uri: string | null; readonly write: boolean }

/** What `--help` prints. */
export const usage = `The embedded store by itself:

  npm run store -- serve [--port N] [--fail-points]   run it alone, on a port of this machine (0: any)
  npm run store -- status [--json]                    how it is doing, and its limits
  npm run store -- backup FILE                        copy it, while it works, to a new file
  npm run store -- restore FILE                       put a backup in its place; what was there is kept
  npm run store -- copy --to mongodb://...            copy everything to a MongoDB server (--from: back)
       [--from mongodb://...] [--replace] [--partly]  --replace empties the target first; --partly leaves
                                                      out what the target refuses
  npm run store -- shell [--uri mongodb://...] [--write]   look into it; --write to change it

All with --data DIR for another data folder than .data.`

const options = {
  port: { type: 'string' },
  data: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  uri: { type: 'string' },
  'fail-points': { type: 'boolean' },
  json: { type: 'boolean' },
  replace: { type: 'boolean' },
  partly: { type: 'boolean' },
  write: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

const known: Readonly<Record<string, readonly string[]>> = {
  serve: ['port', 'fail-points'],
  status: ['json'],
  backup: [],
  restore: [],
  copy: ['from', 'to', 'replace', 'partly'],
  shell: ['uri', 'write'],
}

/** Reads a command line. Throws with a sentence when it is not one. `DATA_DIR` names the folder when `--data` does not. */
export function readCommand(args: readonly string[], environment: NodeJS.ProcessEnv): StoreCommand {
  const { positionals, values } = parsed(args)
  const [name, ...rest] = positionals
  if (values.help || name === undefined || name === 'help') return { name: 'help' }
  const own = Object.hasOwn(known, name) ? known[name] : undefined
  if (!own) throw new Error(`There is no command "${name}" of the store: npm run store -- --help lists them.`)
  for (const option of Object.keys(values))
    if (option !== 'data' && !own.includes(option))
      throw new Error(`${name} has no option --${option}: npm run store -- --help lists them.`)
  const takesFile = name === 'backup' || name === 'restore'
  if (rest.length > (takesFile ? 1 : 0))
    throw new Error(`${name} does not know what to do with "${rest.at(-1)}".`)
  const dataDir = values.data ?? environment['DATA_DIR'] ?? '.data'
  switch (name) {
    case 'serve':
      return { name, dataDir, port: readPort(values.port), failPoints: values['fail-points'] ?? false }
    case 'status':
      return { name, dataDir, json: values.json ?? false }
    case 'copy':
      if (values.from === undefined && values.to === undefined)
        throw new Error('copy needs --to mongodb://... (or --from mongodb://... to copy back).')
      return {
        name,
        dataDir,
        from: readAddress('--from', values.from),
        to: readAddress('--to', values.to),
        replace: values.replace ?? false,
        partly: values.partly ?? false,
      }
    case 'shell':
      return { name, dataDir, uri: readAddress('--uri', values.uri), write: values.write ?? false }
  }
  const [file] = rest
  if (file === undefined) throw new Error(`${name} needs a file: npm run store -- ${name} FILE`)
  return { name: name === 'backup' ? 'backup' : 'restore', dataDir, file }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error)
    throw new Error(`${reason}: npm run store -- --help lists what there is.`)
  }
}

function readPort(text: string | undefined): number {
  const port = text === undefined ? 0 : Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port must be a number from 0 to 65535, not ${text}`)
  return port
}

function readAddress(option: string, text: string | undefined): string | null {
  if (text === undefined) return null
  // The address itself may hold a password and is not repeated.
  if (!/^mongodb(\+srv)?:\/\/[^/?]+/.test(text))
    throw new Error(`${option} must be an address like mongodb://host:27017/`)
  return text
}
