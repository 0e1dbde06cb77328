/** The frame of a block with a heading: a band across the page, or, inside of another block, a part of it. */
import { heading, html } from '@shuxiang/site-render/markup'
import type { Html, Insert } from '@shuxiang/site-render/markup'
import type { BlockContext } from './contract.ts'

export interface FrameOptions {
  /** Of the block; the heading is named by it. */
  readonly id: string
  readonly title: Insert
  /** Beside the heading: a link to all of it. */
  readonly more?: Insert
  readonly body: Insert
  readonly context: BlockContext
  /** By which its style sheet knows it. */
  readonly kind?: string
}

/** A section named by its heading, of the level that the place asks for. */
export function framed({ id, title, more, body, context, kind }: FrameOptions): Html {
  const name = `${id}-t`
  const classes = ['band', context.inside && 'inner', kind].filter(Boolean).join(' ')
  const inner = html`<header>${heading(context.level, html`id="${name}"`, title)} ${more}</header>
    ${body}`
  return context.inside
    ? html`<section class="${classes}" aria-labelledby="${name}">${inner}</section>`
    : html`<section class="${classes}" aria-labelledby="${name}">
        <div class="wrap">${inner}</div>
      </section>`
}

/** The same without a heading. */
export function plain(body: Insert, context: BlockContext, kind: string): Html {
  return context.inside
    ? html`<div class="band inner ${kind}">${body}</div>`
    : html`<div class="band ${kind}"><div class="wrap">${body}</div></div>`
}

/** The heading of a block that may open the page: a script moves the focus to the first heading after navigation. */
export function opening(context: BlockContext, content: Insert, attributes: Html | null = null): Html {
  return heading(context.level, html`${context.level === 1 && html`tabindex="-1"`} ${attributes}`, content)
}
