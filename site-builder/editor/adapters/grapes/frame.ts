/// <reference lib="dom" />
/**
 * Everything that runs in the frame of the canvas: GrapesJS over a document in which nothing runs (`/_canvas/<theme>`). The
 * editor draws into that document and tells here what it has drawn; back go what somebody wants, and nothing else.
 */
import type { Component } from 'grapesjs'
import { addBlockType } from './block-type.ts'
import { openDragging, type Dragging } from './dragging.ts'
import { look } from './look.ts'
import type { DrawnBlock, Intent, Told } from './messages.ts'
import { openMirror, type Mirror } from './mirror.ts'
import { mountOn } from './mount.ts'
import { openQuietly } from './quiet.ts'

interface Opened {
  readonly mirror: Mirror
  readonly dragging: Dragging
  /** Chosen by the editor, not by a press here. */
  choose(id: string | null): void
}

function open(
  canvas: string,
  title: string,
  say: (intent: Intent) => void,
  then: (opened: Opened) => void,
): void {
  look(document)
  const editor = openQuietly(document.body)
  addBlockType(editor)
  let made: Opened | null = null
  const opened = (page: Document): Component => {
    const mirror = openMirror(editor, page.body)
    mirror.follow([])
    let chosen: string | null = null
    let told = false
    editor.on('component:selected', (component: Component) => {
      chosen = mirror.blockOf(component)?.id ?? null
      if (!told) say({ intent: 'choose', id: chosen })
    })
    page.addEventListener('keydown', ({ key }) => {
      if (key === 'Delete' && chosen !== null) say({ intent: 'remove', id: chosen })
    })
    made = {
      mirror,
      dragging: openDragging(editor, page, mirror, say),
      choose(id) {
        chosen = id
        told = true
        editor.select(id === null ? undefined : mirror.of(id))
        told = false
      },
    }
    return mirror.root
  }
  mountOn(editor, { canvas, title }, opened, () => made && then(made))
}

function start(port: MessagePort): void {
  const say = (intent: Intent): void => port.postMessage(intent)
  const failed = (reason: unknown): void => say({ intent: 'failed', reason: String(reason).slice(0, 200) })
  window.addEventListener('error', ({ message }) => failed(message))
  window.addEventListener('unhandledrejection', ({ reason }) => failed(reason))
  let opened: Opened | null = null
  let chosen: string | null = null
  const drawn = ({ mirror, choose }: Opened, blocks: readonly DrawnBlock[]): void => {
    mirror.follow(blocks)
    choose(chosen)
  }
  port.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    try {
      switch (data.tell) {
        case 'open':
          return open(data.canvas, data.title, say, (one) => {
            opened = one
            say({ intent: 'ready' })
          })
        case 'drawn':
          return opened ? drawn(opened, data.blocks) : undefined
        case 'chosen':
          chosen = data.id
          return opened?.choose(chosen)
        case 'places':
          return opened?.dragging.places(data.places)
        case 'bring':
          return opened?.dragging.bring(data.places)
        case 'put down':
          return opened?.dragging.putDown()
      }
    } catch (error) {
      failed(error)
    }
  })
  port.start()
}

window.addEventListener('message', ({ source, origin, ports: [port] }) => {
  if (source === window.parent && origin === location.origin && port) start(port)
})
