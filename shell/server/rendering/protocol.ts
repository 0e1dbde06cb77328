/** Messages between the shell's thread and the thread that renders a microfrontend. All plain data. */
import type {
  DocumentAnswer,
  DocumentRequest,
  ExtensionRequest,
  ExtensionResult,
  GqlResult,
  RenderRequest,
  RenderResult,
} from '@shuxiang/sdk/contract'

/** What a worker is started with. */
export interface WorkerStart {
  /** File URL of the release's server entry. */
  readonly entry: string
}

/** What a release is asked for: its page, or an extension or a page's documents by their place in `microfrontend.json`. */
export type Task =
  | { readonly what: 'page'; readonly request: RenderRequest }
  | { readonly what: 'extension'; readonly index: number; readonly request: ExtensionRequest }
  | { readonly what: 'document'; readonly index: number; readonly request: DocumentRequest }

/** What came of a task. */
export type Done =
  | { readonly what: 'page'; readonly result: RenderResult }
  | { readonly what: 'extension'; readonly result: ExtensionResult }
  | { readonly what: 'document'; readonly result: DocumentAnswer }

export type ToWorker =
  | { readonly type: 'render'; readonly id: number; readonly task: Task }
  | { readonly type: 'abort'; readonly id: number }
  | {
      readonly type: 'answer'
      readonly id: number
      readonly call: number
      readonly result: GqlResult<unknown>
    }
  | {
      readonly type: 'unavailable'
      readonly id: number
      readonly call: number
      readonly message: string
      readonly retryable: boolean
    }
  | { readonly type: 'ping'; readonly id: number }

export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'done'; readonly id: number; readonly done: Done }
  | { readonly type: 'failed'; readonly id: number; readonly message: string }
  | {
      readonly type: 'ask'
      readonly id: number
      readonly call: number
      readonly operation: { readonly id: string; readonly name: string }
      readonly variables: unknown
    }
  | { readonly type: 'pong'; readonly id: number }
