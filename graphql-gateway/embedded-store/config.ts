// What the command line and the environment ask of the store's command.
/** A command, ready to be carried out. */
export type StoreCommand =
  | { readonly name: 'serve'; readonly dataDir: string; readonly port: number; readonly failPoints: boolean }
  | { readonly name: 'status'; readonly dataDir: string }
  | { readonly name: 'backup' | 'restore'; readonly dataDir: string; readonly file: string }

const usage =
  'use: serve [--port N] [--data DIR] [--fail-points] | status | backup FILE | restore FILE   (all with --data DIR)'

/** Reads a command. Throws with the usage when it is not one. `DATA_DIR` names the folder when `--data` does not. */
export function readCommand(
  positionals: readonly string[],
  values: { readonly port?: string; readonly data?: string; readonly 'fail-points'?: boolean },
  environment: NodeJS.ProcessEnv,
): StoreCommand {
  const [name, file] = positionals
  const dataDir = values.data ?? environment['DATA_DIR'] ?? '.data'
  switch (name) {
    case 'serve':
      return { name, dataDir, port: readPort(values.port), failPoints: values['fail-points'] ?? false }
    case 'status':
      return { name, dataDir }
    case 'backup':
    case 'restore':
      if (file === undefined) throw new Error(`${name} needs a file; ${usage}`)
      return { name, dataDir, file }
  }
  throw new Error(name === undefined ? usage : `unknown command ${name}; ${usage}`)
}

function readPort(text: string | undefined): number {
  const port = text === undefined ? 0 : Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port must be a number from 0 to 65535, not ${text}`)
  return port
}
