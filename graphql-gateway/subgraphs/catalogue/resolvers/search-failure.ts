// A failed search in words for readers.
import { badInput, unavailable } from '@shuxiang/subgraph-kit'
import { QueryRefused, SearchUnavailable } from '@shuxiang/search/contract'

export async function forReaders<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof QueryRefused) throw badInput(error.message)
    if (error instanceof SearchUnavailable)
      throw unavailable('Search does not answer now; try again in a moment.', error)
    throw error
  }
}
