/** Files that somebody gave, one after the other; each tells how far it is, or why it was not taken. */
import { onScopeDispose, reactive } from 'vue'
import { usePortal } from '@shuxiang/sdk'
import { sendFile, type FileToSend } from './send-file.ts'

export interface Upload {
  readonly key: string
  readonly file: File
  state: 'waiting' | 'sending' | 'ready' | 'refused' | 'away'
  percent: number
  /** Of the asset, once it is ready. */
  id: string
  /** Key below `file.refused.`. */
  why: string
}

export interface Uploads {
  readonly list: readonly Upload[]
  give(files: Iterable<File>): void
  /** Sends one again that got no answer. */
  again(upload: Upload): void
  /** Forgets one that waits or was refused. */
  drop(upload: Upload): void
}

/** At most so many of one gift. */
export const mostAtOnce = 30

export function useUploads(to: () => FileToSend['to'], ready: (upload: Upload) => void): Uploads {
  const portal = usePortal()
  const leaving = new AbortController()
  onScopeDispose(() => leaving.abort())
  const list = reactive<Upload[]>([])
  let busy = false

  async function send(upload: Upload): Promise<void> {
    Object.assign(upload, { state: 'sending', percent: 0, why: '' })
    const outcome = await sendFile(
      { key: upload.key, name: upload.file.name, bytes: await bytesOf(upload.file), to: to() },
      { gql: portal.gql, signal: leaving.signal, progress: (percent) => (upload.percent = percent) },
    )
    if (leaving.signal.aborted) return
    if (outcome.kind === 'refused') upload.why = outcome.why
    if (outcome.kind === 'ready') upload.id = outcome.id
    upload.state = outcome.kind
    if (outcome.kind === 'ready') ready(upload)
  }
  async function work(): Promise<void> {
    if (busy) return
    busy = true
    for (let next; (next = list.find(({ state }) => state === 'waiting'));) await send(next)
    busy = false
  }
  // What got no answer goes on by itself when there is a network again: the same once more is the same file.
  window.addEventListener(
    'online',
    () => {
      for (const upload of list) if (upload.state === 'away') upload.state = 'waiting'
      void work()
    },
    { signal: leaving.signal },
  )
  return {
    list,
    give(files) {
      for (const file of [...files].slice(0, mostAtOnce))
        list.push({ key: crypto.randomUUID(), file, state: 'waiting', percent: 0, id: '', why: '' })
      void work()
    },
    again(upload) {
      upload.state = 'waiting'
      void work()
    },
    drop(upload) {
      const at = list.findIndex(({ key }) => key === upload.key)
      if (at >= 0) list.splice(at, 1)
    },
  }
}

/** Nothing for one that the device does not give any more. */
async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return new Uint8Array()
  }
}
