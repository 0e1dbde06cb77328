/**
 * A page while somebody edits it: what the store has, what was done since and is not stored yet, and the way back. Pure;
 * every function gives a new draft. An edit is an `Op` of the model; its id is drawn here, so that an edit that is sent twice
 * counts once.
 */
import { apply, canonicalJson, parseOp, type Op, type PageDoc } from '@shuxiang/site-model'

/** An edit with its id. */
export interface SentOp {
  readonly id: string
  readonly op: Op
}

/** What one press does, and what takes it back: edits in the order in which they are applied. */
export interface Step {
  readonly ops: readonly Op[]
  /** Edits of one field that follow each other soon have the same: they are taken back as one. Null: a step of its own. */
  readonly joins: string | null
  /** Of the last edit in it, milliseconds. */
  readonly at: number
  /** Block that it was about, so that the editor can show where something has changed. */
  readonly block: string | null
}

export interface Draft {
  /** Revision of the store that `stored` is, and on which `pending` was made. */
  readonly rev: number
  readonly stored: PageDoc
  /** As it is seen: `stored` with `pending`. */
  readonly doc: PageDoc
  /** Not known to be stored yet, oldest first. */
  readonly pending: readonly SentOp[]
  /** The first so many of `pending` may have reached the store: they are never changed any more. */
  readonly tried: number
  /**
   * The first so many of `pending` are in the store. They are sent once more, for what follows was made on them: so the store
   * can put it together with what others did, instead of taking it for what its writer saw.
   */
  readonly known: number
  /** Newest last. */
  readonly undo: readonly Step[]
  readonly redo: readonly Step[]
  /** Edits that no longer fit, because somebody else changed the page: they are shown, not lost. */
  readonly unfit: readonly Op[]
}

/** Milliseconds after which who goes on typing begins another step. */
export const joinsWithin = 1_500

/** Edits that the store takes at once. */
export const mostSent = 200

/** Steps that can be taken back. */
export const mostSteps = 200

export function openDraft(rev: number, stored: PageDoc): Draft {
  return { rev, stored, doc: stored, pending: [], tried: 0, known: 0, undo: [], redo: [], unfit: [] }
}

export interface EditOptions {
  /** Draws the id of an edit. */
  readonly newId: () => string
  /** Milliseconds of any clock. */
  readonly now: number
  readonly joins?: string | null
  readonly block?: string | null
}

export type Edited =
  { readonly ok: true; readonly draft: Draft } | { readonly ok: false; readonly reason: string }

/** Applies edits that belong together, all of them or none. */
export function edit(draft: Draft, ops: readonly Op[], options: EditOptions): Edited {
  const done = applied(draft.doc, ops)
  if (!done.ok) return done
  const { now, joins = null, block = null } = options
  const step: Step = { ops: done.inverses, joins, at: now, block }
  const last = draft.undo.at(-1)
  const joined = last !== undefined && joins !== null && last.joins === joins && now - last.at <= joinsWithin
  return {
    ok: true,
    draft: {
      ...draft,
      doc: done.doc,
      pending: queued(draft, ops, options.newId, joined),
      undo: joined
        ? [...draft.undo.slice(0, -1), { ...last, at: now }]
        : [...draft.undo, step].slice(-mostSteps),
      redo: [],
    },
  }
}

/** Takes the last step back; null when there is none. A step that no longer fits is left out. */
export function undo(draft: Draft, newId: () => string): { draft: Draft; block: string | null } | null {
  return turned(draft, newId, 'undo', 'redo')
}

/** Does once more what was taken back last. */
export function redo(draft: Draft, newId: () => string): { draft: Draft; block: string | null } | null {
  return turned(draft, newId, 'redo', 'undo')
}

/** Marks everything that is pending as on its way. */
export function sending(draft: Draft): Draft {
  return { ...draft, tried: draft.pending.length }
}

export interface StoredPage {
  readonly rev: number
  readonly doc: PageDoc
  /** The store has changes of others in it. */
  readonly merged: boolean
}

/** The first `count` pending edits are in the store, which has this page now. */
export function acknowledged(draft: Draft, count: number, page: StoredPage): Draft {
  // Late, behind an answer that knew more.
  if (page.rev < draft.rev) return draft
  const waits = draft.pending.length > count
  if (page.merged && waits && draft.pending.length < mostSent) return { ...draft, known: count }
  return rebased(draft, count, page)
}

/** What is pending behind the first `count` edits, on the page as it is stored now; what no longer fits is shown. */
export function rebased(draft: Draft, count: number, page: Pick<StoredPage, 'rev' | 'doc'>): Draft {
  const { doc, fit, unfit } = fitting(page.doc, draft.pending.slice(count))
  const same = canonicalJson(doc) === canonicalJson(draft.doc)
  return {
    ...draft,
    rev: page.rev,
    stored: page.doc,
    // The same object where nothing is other: what is drawn of it need not be drawn again.
    doc: same ? draft.doc : doc,
    pending: fit,
    tried: Math.max(0, draft.tried - count - unfit.length),
    known: 0,
    unfit: [...draft.unfit, ...unfit],
  }
}

/** Without the first edit that the store does not know: it does not take it. What was made on it goes too where it must. */
export function withoutRefused(draft: Draft): Draft {
  const refused = draft.pending[draft.known]
  if (!refused) return draft
  const rest = draft.pending.filter((one) => one !== refused)
  const { doc, fit, unfit } = fitting(draft.stored, rest)
  return {
    ...draft,
    doc,
    pending: fit,
    tried: Math.max(draft.known, Math.min(draft.tried - 1, fit.length)),
    unfit: [...draft.unfit, refused.op, ...unfit],
  }
}

/** As it was kept on a device: who goes on typing begins a step of their own. */
export function resumed(draft: Draft): Draft {
  const last = draft.undo.at(-1)
  return last ? { ...draft, undo: [...draft.undo.slice(0, -1), { ...last, joins: null }] } : draft
}

function fitting(
  from: PageDoc,
  edits: readonly SentOp[],
): { readonly doc: PageDoc; readonly fit: readonly SentOp[]; readonly unfit: readonly Op[] } {
  let doc = from
  const fit: SentOp[] = []
  const unfit: Op[] = []
  for (const one of edits) {
    const next = apply(doc, one.op)
    if (next.ok) {
      doc = next.doc
      fit.push(one)
    } else unfit.push(one.op)
  }
  return { doc, fit, unfit }
}

/** Somebody has seen what did not fit. */
export function unfitSeen(draft: Draft): Draft {
  return { ...draft, unfit: [] }
}

type Done =
  | { readonly ok: true; readonly doc: PageDoc; readonly inverses: readonly Op[] }
  | { readonly ok: false; readonly reason: string }

function applied(from: PageDoc, ops: readonly Op[]): Done {
  let doc = from
  const inverses: Op[] = []
  for (const op of ops) {
    // What the store would not read as an edit is none here either.
    const read = parseOp(op)
    if (!read.ok) return { ok: false, reason: read.faults[0]?.message ?? '' }
    const next = apply(doc, op)
    if (!next.ok) return next
    doc = next.doc
    inverses.unshift(next.inverse)
  }
  return { ok: true, doc, inverses }
}

/** What is pending, with these edits. Typing on in one field is one edit until it is sent. */
function queued(
  { pending, tried }: Draft,
  ops: readonly Op[],
  newId: () => string,
  joined: boolean,
): SentOp[] {
  const last = pending.at(-1)
  const [op] = ops
  if (joined && last && op && ops.length === 1 && pending.length > tried && isSameField(last.op, op))
    return [...pending.slice(0, -1), { id: last.id, op }]
  return [...pending, ...ops.map((one) => ({ id: newId(), op: one }))]
}

function isSameField(one: Op, other: Op): boolean {
  if (one.op === 'setMeta') return other.op === 'setMeta' && one.path.join('.') === other.path.join('.')
  if (one.op !== 'setField' || other.op !== 'setField') return false
  return one.id === other.id && one.path.join('.') === other.path.join('.')
}

function turned(
  draft: Draft,
  newId: () => string,
  from: 'undo' | 'redo',
  to: 'undo' | 'redo',
): { draft: Draft; block: string | null } | null {
  const steps = [...draft[from]]
  for (let step = steps.pop(); step; step = steps.pop()) {
    const done = applied(draft.doc, step.ops)
    if (!done.ok) continue
    const back: Step = { ...step, ops: done.inverses, joins: null }
    return {
      block: step.block,
      draft: {
        ...draft,
        doc: done.doc,
        pending: queued(draft, step.ops, newId, false),
        [from]: steps,
        [to]: [...draft[to], back],
      },
    }
  }
  return draft[from].length === 0 ? null : { draft: { ...draft, [from]: [] }, block: null }
}
