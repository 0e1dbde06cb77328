/** Pages of a microfrontend as the portal makes them: rendered by the server, taken over by the browser. */
import { defineMicrofrontend } from '../define.ts'
import type { Locale, ScriptWish, MicrofrontendDefinition, Portal, RenderResult } from '../contract.ts'
import { portalHistory } from '../history.ts'
import { defineServerMicrofrontend } from '../server.ts'
import { testAddressBar } from './address-bar.ts'
import { mockGql, mockPortal, type MockAnswer, type MockPortal } from './portal.ts'

/** Answers of the graph by the name of the operation. */
export type Answers = Readonly<Record<string, MockAnswer>>

export interface RenderedPage extends RenderResult {
  /** What the graph was asked, in order. */
  readonly asked: readonly { readonly name: string; readonly variables: unknown }[]
}

export interface OpenPage {
  readonly element: HTMLElement
  readonly portal: MockPortal
  /** Every address so far, the first included. */
  readonly visited: readonly string[]
  /** Move to another address, as the shell does. */
  go(to: string): Promise<void>
  leave(): Promise<void>
}

export interface OpenOptions {
  readonly locale?: Locale
  /** False: the browser renders alone, as after coming from another microfrontend. */
  readonly ssr?: boolean
  /** What a reader does with the server's HTML before the scripts arrive. */
  readonly before?: (element: HTMLElement) => void
  readonly portal?: Partial<Portal>
}

export interface Pages {
  render(url: string, answers: Answers, locale?: Locale, script?: ScriptWish): Promise<RenderedPage>
  /** Needs a document. */
  open(url: string, answers: Answers, options?: OpenOptions): Promise<OpenPage>
  /** Leave every page that is still open; for `afterEach`. */
  close(): Promise<void>
}

export function pagesOf(definition: MicrofrontendDefinition): Pages {
  const opened = new Set<OpenPage>()
  const pages: Pages = {
    async render(url, answers, locale = 'zh-CN', script = 'source') {
      const asked: { name: string; variables: unknown }[] = []
      const result = await defineServerMicrofrontend(definition).render(
        { url, locale, mode: 'light', script, origin: 'http://portal.test', requestId: 'test' },
        mockGql(answers, asked),
        new AbortController().signal,
      )
      return { ...result, asked }
    },
    async open(url, answers, options = {}) {
      const bar = testAddressBar(url)
      const shell = {}
      const portal = mockPortal(answers, {
        name: definition.name,
        locale: options.locale ?? 'zh-CN',
        history: portalHistory(bar, () => true),
        navigate: (to, how) => (how?.replace ? bar.replace(to, {}, shell) : bar.push(to, {}, shell)),
        ...options.portal,
      })
      const element = document.createElement('div')
      document.body.replaceChildren(element)
      const rendered =
        options.ssr === false ? null : await pages.render(url, answers, portal.locale, portal.script)
      if (rendered) element.innerHTML = rendered.html
      options.before?.(element)
      const microfrontend = defineMicrofrontend(definition)
      await microfrontend.bootstrap()
      await microfrontend.mount({ portal, element, state: rendered?.state ?? null })
      await settled()
      const page: OpenPage = {
        element,
        portal,
        visited: bar.visited,
        async go(to) {
          portal.navigate(to)
          await settled()
        },
        async leave() {
          opened.delete(page)
          portal.leave()
          await microfrontend.unmount()
        },
      }
      opened.add(page)
      return page
    },
    async close() {
      for (const page of opened) await page.leave()
    },
  }
  return pages
}

/** Lets answers arrive and components follow; the double of the graph answers without a timer. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

/** HTML as a document of its own: what a reader without scripts has. Needs a document. */
export function documentOf(html: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content
}

/** The texts of all elements that fit, each with its white space told once. */
export function texts(root: ParentNode, selector: string): string[] {
  return [...root.querySelectorAll(selector)].map((element) =>
    (element.textContent ?? '').replace(/\s+/g, ' ').trim(),
  )
}
