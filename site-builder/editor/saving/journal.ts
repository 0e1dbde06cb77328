/// <reference lib="dom" />
/** What is not stored yet, kept on this device: a closed tab, an ended sign-in and an hour without network lose nothing. */
import { parsePage } from '@shuxiang/site-model'
import type { Draft } from '../draft/draft.ts'
import { openDeviceStore } from './device-store.ts'

/** Where drafts are kept. Every call may fail where a browser keeps nothing; the work then goes on without it. */
export interface Journal {
  read(page: string): Promise<Draft | null>
  write(page: string, draft: Draft): Promise<void>
}

const drafts = { name: 'shuxiang-editor', store: 'drafts', version: 1 }

/** `reader`: whose drafts they are, so that who signs in next on this device finds none of them. */
export function openJournal(reader: string, factory: IDBFactory = indexedDB): Journal {
  const kept = openDeviceStore(drafts, factory)
  const keyOf = (page: string): string => `${reader} ${page}`
  return {
    read: async (page) => draftOf(await kept.read<unknown>((store) => store.get(keyOf(page)))),
    // A page that lives on the screen is reactive; what is kept is plain.
    write: (page, draft) => kept.change((store) => void store.put(JSON.stringify(draft), keyOf(page))),
  }
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
