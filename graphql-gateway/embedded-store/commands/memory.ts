// Memory that commands and open cursors keep, all of them together.
import { refuse } from './errors.ts'

/** Bytes that may be kept at a time. */
const most = 512 * 1024 * 1024

/** What one command keeps; goes on with its cursor. */
export interface Account {
  /** @throws MongoError 292 when all that is kept would be too much. */
  keep(bytes: number): void
  /** Gives all of it back. */
  end(): void
}

/** Counts what is kept. */
export class Memory {
  #used = 0

  account(): Account {
    let own = 0
    return {
      keep: (bytes) => {
        if (this.#used + bytes > most)
          refuse(
            292,
            'open cursors and running commands keep too much: read results to their end, close cursors, or sort by an index',
          )
        this.#used += bytes
        own += bytes
      },
      end: () => {
        this.#used -= own
        own = 0
      },
    }
  }
}
