// What the owner and its worker thread say to each other.
/** Given to the worker at start. */
export interface WorkerData {
  readonly file: string
  readonly socket: string
  readonly port: number | null
  readonly failPoints: boolean
  readonly sweepEvery: number
}

export type ToWorker = { readonly type: 'ping'; readonly number: number } | { readonly type: 'close' }

export type FromWorker =
  | { readonly type: 'ready'; readonly uri: string; readonly portUri: string | null }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'pong'; readonly number: number }
  | { readonly type: 'closed' }
  | { readonly type: 'log'; readonly level: 'info' | 'warn' | 'error'; readonly message: string }

const fromTypes = ['ready', 'failed', 'pong', 'closed', 'log']

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

/** Checks what the thread was started with. */
export function readWorkerData(value: unknown): WorkerData {
  if (!isWorkerData(value)) throw new Error('worker.ts was started without its data; call openStore')
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
