/**
 * What the editor tells the frame of the canvas, and what comes back: what somebody wants, never a document. Types only; what
 * comes back is checked where it arrives (`canvas/intents.ts`).
 */

/** Where a block stands in the page. */
export interface Standing {
  readonly parent: string | null
  readonly slot: string
  readonly index: number
}

/** A block that is drawn. */
export interface DrawnBlock extends Standing {
  readonly id: string
  /** In the editor's words. */
  readonly name: string
  /** False for what the nation alone changes. */
  readonly movable: boolean
}

/** A slot that takes what is being dragged. */
export interface OpenPlace {
  readonly parent: string | null
  readonly slot: string
  /** What it is called where nothing stands in it; null where something does. */
  readonly empty: string | null
}

export type Told =
  /** First, with the port. The theme is the name of a document below `/_canvas/`. */
  | { readonly tell: 'open'; readonly canvas: string; readonly title: string }
  /** The page was drawn into the document, with these blocks in it. */
  | { readonly tell: 'drawn'; readonly blocks: readonly DrawnBlock[] }
  | { readonly tell: 'chosen'; readonly id: string | null }
  /** The answer to `lift`. */
  | { readonly tell: 'places'; readonly places: readonly OpenPlace[] }
  /** A new block is dragged over from the palette. */
  | { readonly tell: 'bring'; readonly places: readonly OpenPlace[] }
  /** It is not dragged any more. */
  | { readonly tell: 'put down' }

export type Intent =
  /** The document to draw into is there. */
  | { readonly intent: 'ready' }
  /** It does not work here. */
  | { readonly intent: 'failed'; readonly reason: string }
  | { readonly intent: 'choose'; readonly id: string | null }
  /** A block is about to be dragged: which places take it? */
  | { readonly intent: 'lift'; readonly id: string }
  | { readonly intent: 'move'; readonly id: string; readonly to: Standing }
  /** What is dragged from the palette is put there. */
  | { readonly intent: 'insert'; readonly to: Standing }
  | { readonly intent: 'remove'; readonly id: string }
  /** It was let go where nothing takes it. */
  | { readonly intent: 'refused' }
