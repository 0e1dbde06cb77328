/// <reference lib="dom" />
/** What is not stored yet, kept on this device: a closed tab, an ended sign-in and an hour without network lose nothing. */
import { parsePage } from '@shuxiang/site-model'
import type { Draft } from '../draft/draft.ts'

/** Where drafts are kept. Every call may fail where a browser keeps nothing; the work then goes on without it. */
export interface Journal {
  read(page: string): Promise<Draft | null>
  write(page: string, draft: Draft): Promise<void>
}

const NAME = 'shuxiang-editor'
const STORE = 'drafts'
/** Raised with each change of what is kept; what an older editor has kept is then left alone. */
const VERSION = 1

/** `reader`: whose drafts they are, so that who signs in next on this device finds none of them. */
export function openJournal(reader: string, factory: IDBFactory = indexedDB): Journal {
  const opened = open(factory)
  const keyOf = (page: string): string => `${reader} ${page}`
  return {
    async read(page) {
      const store = (await opened).transaction(STORE).objectStore(STORE)
      return draftOf(await settled(store.get(keyOf(page))))
    },
    async write(page, draft) {
      const transaction = (await opened).transaction(STORE, 'readwrite')
      // A page that lives on the screen is reactive; what is kept is plain.
      transaction.objectStore(STORE).put(JSON.stringify(draft), keyOf(page))
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve()
        transaction.onabort = () => reject(transaction.error ?? new Error('the draft could not be kept'))
      })
    },
  }
}

function open(factory: IDBFactory): Promise<IDBDatabase> {
  const request = factory.open(NAME, VERSION)
  request.onupgradeneeded = () => {
    request.result.createObjectStore(STORE)
  }
  const opened = settled(request)
  // Whoever asks is told; nobody may ever ask.
  opened.catch(() => {})
  return opened
}

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('no answer of the device'))
  })
}

/** What was kept, if it is whole: the page itself is checked as one of unknown origin. */
function draftOf(kept: unknown): Draft | null {
  if (typeof kept !== 'string') return null
  try {
    const draft: Draft = JSON.parse(kept)
    const [stored, doc] = [parsePage(draft.stored), parsePage(draft.doc)]
    if (!stored.ok || !doc.ok || !Number.isInteger(draft.rev)) return null
    if (![draft.pending, draft.undo, draft.redo, draft.unfit].every(Array.isArray)) return null
    return { ...draft, known: draft.known ?? 0, stored: stored.value, doc: doc.value }
  } catch {
    return null
  }
}
