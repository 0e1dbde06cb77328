/** One file on its way to the store: announced, sent part by part, and waited for until it is worked on. */
import type { Gql, GqlError } from '@shuxiang/sdk'
import { AddFilePart, BeginFile, ReplaceFile, SentFile } from '../operations-later.generated.ts'
import type { FileBegun } from '../operations.generated.ts'

/** Bytes; the graph says the same. */
export const largestFile = 12 * 1024 * 1024
/** Tries of one part on a line that breaks. */
const tries = 4
/** Milliseconds between two looks at what has become of it, and for how long. */
const lookEvery = 1_000
const longestLook = 120_000

export interface FileToSend {
  /** Drawn once: sent again it is the same. */
  readonly key: string
  readonly name: string
  readonly bytes: Uint8Array
  /** Code of the library; or the file in whose place this one comes. */
  readonly to: { readonly library: string } | { readonly replaces: string }
  /** What is wanted where it was given. */
  readonly kind: 'image' | 'document' | 'audio'
}

export type SentOutcome =
  | { readonly kind: 'ready'; readonly id: string }
  /** `why`: key below `file.refused.`. */
  | { readonly kind: 'refused'; readonly why: string }
  /** No answer came: the same once more goes on where it was. */
  | { readonly kind: 'away' }

export interface SendPorts {
  readonly gql: Gql
  /** From 0 to 100. */
  readonly progress: (percent: number) => void
  readonly signal: AbortSignal
  readonly pause?: (ms: number) => Promise<void>
}

const paused = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export async function sendFile(file: FileToSend, ports: SendPorts): Promise<SentOutcome> {
  if (file.bytes.length > largestFile) return { kind: 'refused', why: 'too-large' }
  if (file.bytes.length === 0) return { kind: 'refused', why: 'empty-file' }
  if (file.kind === 'image' && isDocument(file.bytes)) return { kind: 'refused', why: 'not-picture' }
  if (file.kind === 'document' && !isDocument(file.bytes)) return { kind: 'refused', why: 'not-document' }
  try {
    const { begun, error } = await begin(file, ports.gql)
    if (!begun) return refusedBy(error)
    // One that was given before and arrived whole is looked at only.
    const failed = begun.state === 'RECEIVING' ? await sendParts(begun, file.bytes, ports) : undefined
    if (failed) return refusedBy(failed)
    return await outcomeOf(begun, ports)
  } catch {
    return { kind: 'away' }
  }
}

async function begin(
  { key, name, bytes, to }: FileToSend,
  gql: Gql,
): Promise<{ readonly begun: FileBegun | null; readonly error: GqlError | undefined }> {
  const about = { key, name, bytes: bytes.length }
  if ('replaces' in to) {
    const { data, errors } = await gql(ReplaceFile, { id: to.replaces, ...about })
    return { begun: data?.replaceAsset ?? null, error: errors[0] }
  }
  const { data, errors } = await gql(BeginFile, { library: to.library, ...about })
  return { begun: data?.beginAsset ?? null, error: errors[0] }
}

async function sendParts(
  { id, turn, parts, partBytes }: FileBegun,
  bytes: Uint8Array,
  { gql, progress, signal }: SendPorts,
): Promise<GqlError | undefined> {
  for (let position = 0; position < parts; position++) {
    const content = base64(bytes.subarray(position * partBytes, (position + 1) * partBytes))
    for (let tried = 1; ; tried++) {
      signal.throwIfAborted()
      try {
        const { errors } = await gql(AddFilePart, { id, turn, position, content })
        if (errors[0]) return errors[0]
        break
      } catch (error) {
        if (tried === tries) throw error
      }
    }
    progress(Math.round(((position + 1) / parts) * 100))
  }
  return undefined
}

async function outcomeOf(
  { id, turn }: FileBegun,
  { gql, signal, pause = paused }: SendPorts,
): Promise<SentOutcome> {
  for (let waited = 0; waited < longestLook; waited += lookEvery) {
    signal.throwIfAborted()
    const asset = (await gql(SentFile, { id })).data?.asset
    // Another one came in its place meanwhile: that one counts.
    if (asset && asset.turn === turn) {
      if (asset.state === 'READY') return { kind: 'ready', id }
      if (asset.state === 'REFUSED') return { kind: 'refused', why: asset.refusal ?? 'BROKEN' }
    }
    await pause(lookEvery)
  }
  return { kind: 'away' }
}

/** Reasons of the graph with words of their own, below `file.refused.`. */
export const ownReasons = [
  ...['too-large', 'empty-file', 'too-many', 'too-many-open', 'no-space', 'working', 'deleted', 'gone'],
  ...['TYPE', 'HEIC', 'BROKEN', 'PIXELS', 'EFFORT', 'SIZE', 'LOCKED', 'ACTIVE', 'PAGES'],
] as const

function refusedBy(error: GqlError | undefined): SentOutcome {
  const own = ownReasons.find((one) => one === error?.reason)
  if (own) return { kind: 'refused', why: own }
  if (error?.code === 'FORBIDDEN') return { kind: 'refused', why: 'forbidden' }
  if (error?.code === 'UNAUTHENTICATED') return { kind: 'refused', why: 'signed-out' }
  return { kind: 'away' }
}

/** By its bytes, as the store sees it: names are not believed. */
const isDocument = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-'

function base64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
