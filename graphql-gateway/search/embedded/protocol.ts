/** Messages between the engine's caller and its worker thread. */

import type {
  EngineStats,
  FillPosition,
  Meant,
  MeantWanted,
  Pairing,
  SearchDoc,
  SearchRequest,
  SearchResponse,
  Suggestion,
  SuggestionsWanted,
} from '../contract.ts'

/** Every operation with its argument and its answer. */
export interface Operations {
  readonly index: { readonly ask: readonly SearchDoc[]; readonly answer: null }
  readonly remove: {
    readonly ask: readonly { readonly id: string; readonly rev: number }[]
    readonly answer: null
  }
  readonly refresh: { readonly ask: null; readonly answer: null }
  readonly search: { readonly ask: SearchRequest; readonly answer: SearchResponse }
  readonly suggest: {
    readonly ask: SuggestionsWanted & { readonly prefix: string }
    readonly answer: readonly Suggestion[]
  }
  readonly meant: {
    readonly ask: MeantWanted & { readonly text: string }
    readonly answer: readonly Meant[]
  }
  readonly stats: { readonly ask: null; readonly answer: EngineStats }
  readonly fillPosition: { readonly ask: null; readonly answer: FillPosition | null }
  readonly filledTo: { readonly ask: FillPosition | null; readonly answer: null }
  readonly pairing: { readonly ask: null; readonly answer: Pairing }
  readonly pair: { readonly ask: Pairing; readonly answer: null }
  readonly clear: { readonly ask: null; readonly answer: null }
  readonly close: { readonly ask: null; readonly answer: null }
}

export type OperationName = keyof Operations

export type Answer = Operations[OperationName]['answer']

/** One call. `deadline` is in milliseconds of `Date.now()`; `slot` is the call's cell in the cancel flags. */
export type Call = {
  readonly [Name in OperationName]: {
    readonly id: number
    readonly name: Name
    readonly ask: Operations[Name]['ask']
    readonly deadline: number
    readonly slot: number
  }
}[OperationName]

/** `told` is a sentence for the log, about no call. */
export type FromWorker = { readonly id: 0; readonly told: string } | Reply

export type Reply =
  | { readonly id: number; readonly ok: true; readonly answer: Answer }
  | { readonly id: number; readonly ok: false; readonly kind: FailureKind; readonly message: string }

/** `refused` is the caller's fault, `unavailable` the engine's, `stopped` a deadline or a cancelled call. */
export type FailureKind = 'refused' | 'unavailable' | 'stopped'

/** What the worker is started with. `cancelled[slot]` equals the id of a call that nobody waits for any more. */
export interface WorkerSetup {
  readonly file: string
  readonly cancelled: Int32Array
}
