/** The embedded engine as its callers see it: checked arguments in, answers of the worker thread out. */

import { join } from 'node:path'
import { LONGEST_MEANT, LONGEST_PREFIX, type SearchEngine } from '../contract.ts'
import { checkDoc, checkMeant, checkRequest, checkSuggestions } from '../query/bounds.ts'
import { watchRequests } from './rebuild.ts'
import { createThread, type ThreadLog } from './thread.ts'

export interface EmbeddedOptions {
  /** Folder of the index, made if missing. One process at a time. */
  readonly dir: string
  readonly log?: ThreadLog
  /** Milliseconds a search may take, 3,000 when not given. */
  readonly searchTime?: number
  /** Milliseconds without a sign of life after which the worker is replaced, 20,000 when not given. */
  readonly hangTime?: number
  /** Milliseconds between looks for a request to rebuild, 2,000 when not given. */
  readonly tendTime?: number
}

const LARGEST_BATCH = 200

/**
 * Opens the index in a worker thread and does not wait for it: while the index cannot be opened, every call says so
 * and the worker tries again. One that cannot be used, or is of another version, is begun anew and wants filling.
 */
export function openEmbeddedEngine(options: EmbeddedOptions): SearchEngine {
  const thread = createThread({
    file: join(options.dir, 'search.db'),
    searchTime: options.searchTime ?? 3_000,
    hangTime: options.hangTime ?? 20_000,
    ...(options.log ? { log: options.log } : {}),
  })
  const stopWatching = watchRequests(thread, options)
  return {
    async index(docs) {
      docs.forEach(checkDoc)
      for (const batch of batches(docs)) await thread.call('index', batch)
    },
    async remove(refs) {
      for (const batch of batches(refs)) await thread.call('remove', batch)
    },
    async refresh() {
      await thread.call('refresh', null)
    },
    async search(request, signal) {
      checkRequest(request)
      return thread.call('search', request, signal)
    },
    async suggest(prefix, wanted, signal) {
      checkSuggestions(wanted)
      return thread.call('suggest', { ...wanted, prefix: prefix.slice(0, LONGEST_PREFIX) }, signal)
    },
    async meant(text, wanted, signal) {
      checkMeant(wanted)
      return thread.call('meant', { ...wanted, text: text.slice(0, LONGEST_MEANT) }, signal)
    },
    stats: () => thread.call('stats', null),
    async clear() {
      await thread.call('clear', null)
    },
    fillPosition: () => thread.call('fillPosition', null),
    async filledTo(position) {
      await thread.call('filledTo', position)
    },
    pairing: () => thread.call('pairing', null),
    async pair(pairing) {
      await thread.call('pair', pairing)
    },
    async close() {
      stopWatching()
      await thread.close()
    },
  }
}

/** A batch is one transaction; more would only make a crash repeat more. */
function* batches<Item>(items: readonly Item[]): Iterable<readonly Item[]> {
  for (let at = 0; at < items.length; at += LARGEST_BATCH) yield items.slice(at, at + LARGEST_BATCH)
}
