/** What the command reads from the environment. */

import { join, resolve } from 'node:path'

export interface SearchConfig {
  /** Folder of the embedded index: `search` under DATA_DIR. */
  readonly dir: string
}

/** DATA_DIR, `.data` when not set. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): SearchConfig {
  return { dir: join(resolve(env.DATA_DIR ?? '.data'), 'search') }
}
