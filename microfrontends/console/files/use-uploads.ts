/** Files on their way to the graph, one after the other; each tells how far it is, or why it was not taken. */
import { reactive } from 'vue'
import { usePortal, type GqlResult } from '@shuxiang/sdk'
import { inParts } from '../doing/in-parts.ts'
import { refusalOf } from '../doing/refusal.ts'
import { AddFilePart } from '../operations-later.generated.ts'
import type { FileToSend } from '../operations.generated.ts'
import { ownReason, type OwnReason } from './reasons.ts'

/** Bytes; the graph says the same. */
const LARGEST = 12 * 1024 * 1024

export interface Sending {
  readonly file: File
  /** Drawn once: sent again it is the same. */
  readonly key: string
  state: 'waiting' | 'sending' | 'sent' | 'refused'
  percent: number
  /** Once it is known. */
  id: string
  /** Of the section's own reasons; empty for another. */
  why: OwnReason | ''
  /** Key below `refused.` of the console; empty when nothing was refused. */
  refused: string
}

type Begun = { readonly to: FileToSend | null; readonly errors: GqlResult<unknown>['errors'] }

export interface UploadOptions {
  /** Announces a file to the graph. */
  begin(file: { readonly key: string; readonly name: string; readonly bytes: number }): Promise<Begun>
  /** One is there, and is worked on. */
  sent(sending: Sending): void
}

export interface Uploads {
  readonly list: readonly Sending[]
  give(files: Iterable<File>): void
  /** Sends one again that was refused. */
  again(sending: Sending): void
}

export function useUploads({ begin, sent }: UploadOptions): Uploads {
  const portal = usePortal()
  const list = reactive<Sending[]>([])
  let busy = false

  async function send(sending: Sending): Promise<void> {
    const { file, key } = sending
    Object.assign(sending, { state: 'sending', percent: 0, why: '', refused: '' })
    const why = file.size > LARGEST ? 'too-large' : file.size === 0 ? 'empty-file' : ''
    if (why) return void Object.assign(sending, { state: 'refused', why })
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const { to, errors } = await begin({ key, name: file.name, bytes: bytes.length })
      const [error] = to === null ? errors : [await sendParts(to, bytes, sending)]
      if (to === null || error) {
        const why = ownReason(error?.reason)
        Object.assign(sending, { state: 'refused', why, refused: error ? refusalOf(error) : 'fault' })
        return
      }
      Object.assign(sending, { state: 'sent', id: to.id })
      sent(sending)
    } catch {
      Object.assign(sending, { state: 'refused', refused: 'no-answer' })
    }
  }
  const sendParts = ({ id, turn, parts, partBytes }: FileToSend, bytes: Uint8Array, sending: Sending) =>
    inParts({
      ...{ bytes, parts, partBytes },
      send: (position, content) => portal.gql(AddFilePart, { id, turn, position, content }),
      progress: (count) => (sending.percent = Math.round((count / parts) * 100)),
    })

  async function work(): Promise<void> {
    if (busy) return
    busy = true
    for (let next; (next = list.find(({ state }) => state === 'waiting'));) await send(next)
    busy = false
  }
  return {
    list,
    give(files) {
      for (const file of files)
        list.push({
          ...{ file, key: crypto.randomUUID(), state: 'waiting', percent: 0, id: '', why: '', refused: '' },
        })
      void work()
    },
    again(sending) {
      sending.state = 'waiting'
      void work()
    },
  }
}
