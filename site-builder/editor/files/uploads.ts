/**
 * Files on their way to the store, one after the other, whatever dialog is open meanwhile. What gets no answer waits and goes on
 * by itself; what was not there when the tab was closed goes on when the editor is open again.
 */
import type { Gql } from '@shuxiang/sdk'
import { reactive } from 'vue'
import { held, type Locks } from '../saving/place.ts'
import { samePlace, type GivenAt } from './gifts.ts'
import type { KeptFile, KeptFiles } from './kept-files.ts'
import { largestFile, sendFile, type FileToSend, type SendPorts, type SentOutcome } from './send-file.ts'

export interface Upload {
  readonly key: string
  readonly file: File
  readonly to: FileToSend['to']
  readonly kind: FileToSend['kind']
  /** The field at which it was given; null: none. */
  readonly at: GivenAt | null
  state: 'waiting' | 'sending' | 'ready' | 'refused' | 'away'
  percent: number
  /** Of the asset, once it is ready. */
  asset: string
  /** Key below `file.refused.`. */
  why: string
  /** Its field has it. */
  taken: boolean
}

export interface Uploads {
  readonly list: readonly Upload[]
  give(files: Iterable<File>, how: Pick<Upload, 'to' | 'kind' | 'at'>): void
  /** Sends one again that got no answer, or was refused for a while. */
  again(upload: Upload): void
  /** Ends the way of one, or forgets it. */
  drop(upload: Upload): void
  /** The field has it: it need not be kept any more. */
  taken(key: string): void
  /** Leaves out of the list those with which nothing is to be done any more. */
  tidy(): void
  /** Those that were on their way when the editor was closed. */
  resume(): Promise<void>
  /** There is a network again. */
  online(): void
  close(): void
}

export interface UploadPorts {
  readonly gql: Gql
  readonly kept: KeptFiles | null
  readonly locks: Locks | undefined
  /** It is in the store. */
  ready(upload: Upload): void
  readonly send?: (file: FileToSend, ports: SendPorts) => Promise<SentOutcome>
  readonly timers?: {
    set(after: number, run: () => void): unknown
    clear(timer: unknown): void
  }
}

/** At most so many of one gift. */
export const mostAtOnce = 30
/** Milliseconds until the page itself is kept on the device with what its field has taken, and more. */
const keptAfterTaken = 500
/** Milliseconds until what got no answer is tried once more. */
export const tryAgainAfter = 15_000
/** Refusals that are about now, not about the file. */
const passing = ['signed-out', 'too-many-open', 'working', 'no-space', 'too-many', 'forbidden']

export const mayTryAgain = ({ state, why }: Pick<Upload, 'state' | 'why'>): boolean =>
  state === 'away' || (state === 'refused' && passing.includes(why))

export function openUploads(ports: UploadPorts): Uploads {
  const { gql, kept, locks, ready, send = sendFile } = ports
  const timers = ports.timers ?? {
    set: (after: number, run: () => void): unknown => setTimeout(run, after),
    clear: (timer: unknown) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  }
  const leaving = new AbortController()
  const list = reactive<Upload[]>([])
  /** Of each upload: what ends its way, and what lets other tabs have it. */
  const ends = new Map<string, AbortController>()
  const places = new Map<string, () => void>()
  let busy = false
  let timer: unknown

  const quiet = (what: Promise<unknown> | undefined): void => void what?.catch(() => {})
  function enter(file: KeptFile): void {
    const { key, to, kind, at } = file
    if (list.some((one) => one.key === key)) return
    list.push({
      ...{ key, to, kind, at, file: file.file },
      ...{ state: 'waiting', percent: 0, asset: '', why: '', taken: false },
    })
  }
  function forget(key: string): void {
    quiet(kept?.forget(key))
    places.get(key)?.()
    places.delete(key)
  }

  async function sendOne(upload: Upload): Promise<void> {
    Object.assign(upload, { state: 'sending', percent: 0, why: '' })
    const { key, file, to, kind } = upload
    const own = new AbortController()
    ends.set(key, own)
    const outcome = await send(
      { key, name: file.name, bytes: await bytesOf(file), to, kind },
      {
        gql,
        signal: AbortSignal.any([leaving.signal, own.signal]),
        progress: (percent) => (upload.percent = percent),
      },
    )
    ends.delete(key)
    if (leaving.signal.aborted || own.signal.aborted) return
    if (outcome.kind === 'refused') upload.why = outcome.why
    if (outcome.kind === 'ready') upload.asset = outcome.id
    upload.state = outcome.kind
    // What is kept of one that is ready goes when its field has it.
    if (outcome.kind === 'refused' && !mayTryAgain(upload)) forget(key)
    if (outcome.kind === 'ready') {
      if (upload.at === null) forget(key)
      ready(upload)
    }
  }
  async function work(): Promise<void> {
    if (busy) return
    busy = true
    timers.clear(timer)
    for (let next; (next = list.find(({ state }) => state === 'waiting'));) {
      await sendOne(next)
      // Those that follow wait for it, so that they come in in their order.
      if (list.some(({ state }) => state === 'away') || leaving.signal.aborted) break
    }
    busy = false
    if (!leaving.signal.aborted && list.some(({ state }) => state === 'away'))
      timer = timers.set(tryAgainAfter, online)
  }
  function online(): void {
    for (const upload of list) if (upload.state === 'away') upload.state = 'waiting'
    void work()
  }

  return {
    list,
    give(files, { to, kind, at }) {
      const since = Date.now()
      for (const [order, file] of [...files].slice(0, mostAtOnce).entries()) {
        const given: KeptFile = { key: crypto.randomUUID(), file, to, kind, at, since, order }
        enter(given)
        if (file.size <= largestFile) quiet(keep(given))
      }
      void work()
    },
    again(upload) {
      upload.state = 'waiting'
      void work()
    },
    drop({ key }) {
      ends.get(key)?.abort()
      const at = list.findIndex((one) => one.key === key)
      if (at >= 0) list.splice(at, 1)
      forget(key)
    },
    taken(key) {
      const upload = list.find((one) => one.key === key)
      if (upload) upload.taken = true
      timers.set(keptAfterTaken, () => forget(key))
    },
    tidy() {
      const open = list.filter(({ state, at, taken }) => state !== 'ready' || (at !== null && !taken))
      if (open.length < list.length) list.splice(0, list.length, ...open)
    },
    async resume() {
      const left = (await kept?.all().catch(() => [])) ?? []
      for (const file of left) {
        if (list.some(({ key }) => key === file.key)) continue
        // One that another tab sends is that tab's.
        const end = locks ? await held(locks, `file ${file.key}`) : () => {}
        if (!end) continue
        places.set(file.key, end)
        enter(file)
      }
      void work()
    },
    online,
    close() {
      leaving.abort()
      timers.clear(timer)
      for (const end of places.values()) end()
    },
  }

  async function keep(given: KeptFile): Promise<void> {
    const end = locks && (await held(locks, `file ${given.key}`))
    if (end) places.set(given.key, end)
    await kept?.keep(given)
    // It was done before it was kept.
    const upload = list.find(({ key }) => key === given.key)
    const isDone =
      !upload ||
      (upload.state === 'refused' && !mayTryAgain(upload)) ||
      (upload.state === 'ready' && upload.at === null)
    if (isDone) forget(given.key)
  }
}

export const givenAt = (list: readonly Upload[], to: FileToSend['to'], at: GivenAt | null): Upload[] =>
  list.filter((one) => samePlace(one.at, at) && JSON.stringify(one.to) === JSON.stringify(to))

/** Nothing for one that the device does not give any more. */
async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return new Uint8Array()
  }
}
