/** Frames of pages: one that stays empty until the reader asks for it, and one of a document of this site. */
import { escape, Html } from './html.ts'

/** A frame that stays empty until a link whose target it is has been followed: nothing is asked of anybody before. */
export interface EmptyFrame {
  /** Of the frame among those of the page: letters, digits, `_` and hyphens, as ids of blocks have, and `-frame`. */
  readonly name: string
  /** What is in it, for who does not see it. */
  readonly title: string
}

/**
 * What is loaded may run its own scripts and fill the screen. It may not lead the page away, nor use a camera or a place;
 * what it opens in a new window is no longer held.
 */
export const frameSandbox =
  'allow-scripts allow-same-origin allow-presentation allow-popups allow-popups-to-escape-sandbox'

/** @throws TypeError when the name could be taken for another window's */
export function emptyFrame({ name, title }: EmptyFrame): Html {
  if (!/^[A-Za-z0-9_-]+-frame$/.test(name)) throw new TypeError(`a frame may not be named ${name}`)
  return Html.trusted(
    `<iframe name="${name}" title="${escape(title)}" sandbox="${frameSandbox}" allow="fullscreen" referrerpolicy="no-referrer"></iframe>`,
  )
}

/** A document of this site below `/_embed/`, in which code of a library runs. */
export interface OwnFrame {
  readonly path: string
  /** What is in it, for who does not see it. */
  readonly title: string
  /** CSS pixels. */
  readonly height: number
}

/** The document itself has no script and is of this site; what runs inside of it is given less by that document. */
export const ownFrameSandbox = 'allow-scripts allow-same-origin'

/** @throws TypeError when the path leads anywhere else, or the height is none */
export function ownFrame({ path, title, height }: OwnFrame): Html {
  if (!/^\/_embed\/[\w/-]+$/.test(path)) throw new TypeError(`a page may not frame ${path}`)
  if (!Number.isFinite(height)) throw new TypeError(`${height} is no height`)
  return Html.trusted(
    `<iframe src="${path}" title="${escape(title)}" height="${Math.round(height)}" sandbox="${ownFrameSandbox}" loading="lazy" referrerpolicy="no-referrer"></iframe>`,
  )
}
