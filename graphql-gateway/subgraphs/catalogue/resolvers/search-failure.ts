// A failed search in words for readers.
import { badInput, unavailable } from '@shuxiang/subgraph-kit'
import { SearchFailed } from '../search/port.ts'

export async function forReaders<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof SearchFailed)) throw error
    if (error.reason === 'refused') throw badInput(error.message)
    throw unavailable('Search does not answer now; try again in a moment.', error)
  }
}
