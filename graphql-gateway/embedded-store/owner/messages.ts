// What the owner and the store's process say to each other.

/** Given to the process at start, as one JSON argument. */
export interface WorkerData {
  readonly file: string
  readonly socket: string
  readonly port: number | null
  readonly failPoints: boolean
  readonly sweepEvery: number
  /** The process's own log; null: it tells its owner only. */
  readonly logFile: string | null
}

export type ToWorker = { readonly type: 'ping'; readonly number: number } | { readonly type: 'close' }

export type FromWorker =
  | { readonly type: 'ready'; readonly uri: string; readonly portUri: string | null }
  /** `final`: the data file is at fault, and trying again does not help. */
  | { readonly type: 'failed'; readonly message: string; readonly final: boolean }
  | { readonly type: 'pong'; readonly number: number }
  | { readonly type: 'log'; readonly level: 'info' | 'warn' | 'error'; readonly message: string }

const fromTypes = ['ready', 'failed', 'pong', 'log']

function typeOfMessage(value: unknown): string | null {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
    ? value.type
    : null
}

export function isToWorker(value: unknown): value is ToWorker {
  const type = typeOfMessage(value)
  return type === 'ping' || type === 'close'
}

export function isFromWorker(value: unknown): value is FromWorker {
  return fromTypes.includes(typeOfMessage(value) ?? '')
}

/** Checks what the process was started with. */
export function readWorkerData(text: string | undefined): WorkerData {
  const value: unknown = JSON.parse(text ?? 'null')
  if (!isWorkerData(value)) throw new Error('the store was started without its data; call openStore')
  return value
}

function isWorkerData(value: unknown): value is WorkerData {
  return (
    typeof value === 'object' &&
    value !== null &&
    'file' in value &&
    'socket' in value &&
    'sweepEvery' in value
  )
}
