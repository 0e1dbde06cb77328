/** Renders a page as the server does and takes it over as the browser does, with answers by operation name. */
import type { Locale, Portal, RenderResult } from '@shuxiang/sdk/contract'
import { defineMicrofrontend } from '@shuxiang/sdk'
import { defineServerMicrofrontend } from '@shuxiang/sdk/server'
import { mockGql, mockPortal, type MockAnswer, type MockPortal } from '@shuxiang/sdk/testing'
import { portalHistory } from '@shuxiang/sdk/history'
import { search } from '../definition.ts'
import { testAddressBar } from './address-bar.ts'

export type Answers = Readonly<Record<string, MockAnswer>>

export interface RenderedPage extends RenderResult {
  readonly asked: readonly { readonly name: string; readonly variables: unknown }[]
}

export async function renderPage(
  url: string,
  answers: Answers,
  locale: Locale = 'zh-CN',
): Promise<RenderedPage> {
  const asked: { name: string; variables: unknown }[] = []
  const request = { url, locale, mode: 'light', origin: 'http://portal.test', requestId: 'test' } as const
  const { signal } = new AbortController()
  const result = await defineServerMicrofrontend(search).render(request, mockGql(answers, asked), signal)
  return { ...result, asked }
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

/** Needs a document. `typed` is put into the box before scripts arrive. With `ssr: false` the browser renders alone, as after coming from another microfrontend. */
export async function openPage(
  url: string,
  answers: Answers,
  options: {
    readonly locale?: Locale
    readonly ssr?: boolean
    readonly typed?: string
    readonly portal?: Partial<Portal>
  } = {},
): Promise<OpenPage> {
  const bar = testAddressBar(url)
  const shell = {}
  const navigate: Portal['navigate'] = (to, how) =>
    how?.replace ? bar.replace(to, {}, shell) : bar.push(to, {}, shell)
  const portal = mockPortal(answers, {
    name: 'search',
    locale: options.locale ?? 'zh-CN',
    history: portalHistory(bar, () => true),
    navigate,
    ...options.portal,
  })
  const element = document.createElement('div')
  document.body.replaceChildren(element)
  const rendered = options.ssr === false ? null : await renderPage(url, answers, portal.locale)
  if (rendered) element.innerHTML = rendered.html
  const box = element.querySelector<HTMLInputElement>('input[name=q]')
  if (box && options.typed !== undefined) box.value = options.typed
  const microfrontend = defineMicrofrontend(search)
  await microfrontend.bootstrap()
  await microfrontend.mount({ portal, element, state: rendered?.state ?? null })
  await settled()
  return {
    element,
    portal,
    visited: bar.visited,
    async go(to) {
      portal.navigate(to)
      await settled()
    },
    async leave() {
      portal.leave()
      await microfrontend.unmount()
    },
  }
}

/** Lets answers arrive and components follow; the mock answers without a timer. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
