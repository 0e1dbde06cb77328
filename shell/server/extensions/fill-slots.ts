/** Renders what belongs at the slots of a page, each extension by itself and within its deadline. */
import type { PlacedSlot, RenderRequest, SlotName } from '@shuxiang/sdk/contract'
import { escape, unavailableBox } from '@shuxiang/site-render'
import type { Logger } from 'pino'
import type { Plan } from '../releases/live-plan.ts'
import type { PageRenderers } from '../rendering/renderers.ts'
import { extensionsAt, type InstalledExtension } from './installed.ts'

export interface SlotFilling {
  /** What stands in each slot, in the order of the slots. */
  readonly html: readonly string[]
  /** State of the rendered extensions, by the number in `data-state` of their elements. */
  readonly states: readonly unknown[]
  /** Extensions that belong on this page, rendered or not. */
  readonly extensions: readonly InstalledExtension[]
}

export interface FillOptions {
  readonly plan: Plan
  readonly renderers: PageRenderers
  readonly placed: readonly PlacedSlot[]
  /** Slots that the page declares: its content policy knows of no other extensions. */
  readonly slots: readonly SlotName[]
  readonly request: RenderRequest
  /** Milliseconds that the page has left. */
  readonly remainingMs: number
  /** Microfrontends that a development server serves: their code is not in the release. */
  readonly inDevelopment: (name: string) => boolean
  readonly log: Logger
}

/** A thread needs some time to answer at all. */
const WORTH_ASKING_MS = 10

/**
 * Never fails and never takes longer than `remainingMs`: an extension that is late, throws or rests is left to the
 * browser, and the page is as it would be without it.
 */
export async function fillSlots(options: FillOptions): Promise<SlotFilling> {
  const { plan, placed, slots, log } = options
  for (const { name } of placed)
    if (!slots.includes(name)) log.warn(`slot ${name} is placed but not declared in microfrontend.json`)
  const belonging = placed.map(({ name, context }) =>
    slots.includes(name) ? extensionsAt(plan, name, context) : [],
  )
  const rendered = await Promise.all(
    belonging.map((extensions, i) =>
      Promise.all(extensions.map((extension) => render(options, extension, placed[i]?.context))),
    ),
  )
  const states: unknown[] = []
  const html = belonging.map((extensions, i) =>
    extensions
      .map((extension, j) => {
        const result = rendered[i]?.[j] ?? null
        if (result === null) return element(extension, null, absence(extension, options.request))
        states.push(result.state)
        return element(extension, states.length - 1, result.html)
      })
      .join(''),
  )
  return { html, states, extensions: belonging.flat() }
}

async function render(
  { renderers, request, remainingMs, inDevelopment, log }: FillOptions,
  { live, index, declared, key }: InstalledExtension,
  context: PlacedSlot['context'] | undefined,
): Promise<{ readonly html: string; readonly state: unknown } | null> {
  const deadlineMs = Math.min(declared.deadlineMs, Math.floor(remainingMs))
  if (context === undefined || !declared.server || inDevelopment(live.release.name)) return null
  if (deadlineMs < WORTH_ASKING_MS) return null
  const renderer = await renderers.of(live)
  const rendering = await renderer?.renderExtension(index, { ...request, context }, deadlineMs)
  if (rendering?.kind === 'rendered') return rendering.result
  if (rendering) log.warn({ extension: key, reason: rendering.reason }, 'left to the browser')
  return null
}

/** Readers with scripts get it from the browser a moment later; the others are told only where that was declared. */
function absence({ live, declared }: InstalledExtension, { locale, url }: RenderRequest): string {
  if (declared.absence === 'silent') return ''
  return `<noscript>${unavailableBox({ locale, name: live.release.label[locale], path: url })}</noscript>`
}

function element({ live, key }: InstalledExtension, state: number | null, html: string): string {
  const carried = state === null ? '' : ` data-state="${state}"`
  return `<div data-mfe="${escape(live.release.name)}" data-extension="${escape(key)}"${carried}>${html}</div>`
}
