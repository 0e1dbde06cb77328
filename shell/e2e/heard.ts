// The page as a screen reader has it: each control by its role and name, and what is said by itself.
import type { CDPSession, Page } from 'playwright-core'

interface Node {
  readonly ignored?: boolean
  readonly role?: { readonly value?: unknown }
  readonly name?: { readonly value?: unknown }
  readonly description?: { readonly value?: unknown }
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[]
}

/** What stands in the tree of a screen reader. */
export interface Heard {
  /** Role, name, and what is said beside them, of what has the focus. */
  focused(): Promise<string>
  /** Presses Tab until it is said. */
  tabTo(said: RegExp): Promise<void>
  /** The text of a live region or an alert, when there is one. */
  live(): Promise<string>
}

const text = (value: { readonly value?: unknown } | undefined): string =>
  typeof value?.value === 'string' ? value.value : ''

export async function listenTo(page: Page): Promise<Heard> {
  const protocol: CDPSession = await page.context().newCDPSession(page)
  await protocol.send('Accessibility.enable')
  const nodes = async (): Promise<readonly Node[]> =>
    (await protocol.send('Accessibility.getFullAXTree')).nodes.filter(({ ignored }) => !ignored)
  const has = (node: Node, name: string): boolean =>
    node.properties?.some((one) => one.name === name && one.value.value === true) === true
  const own: Heard = {
    async focused() {
      const node = (await nodes()).filter((one) => has(one, 'focused')).at(-1)
      const parts = [text(node?.role), text(node?.name), text(node?.description)]
      if (node?.properties?.some(({ name, value }) => name === 'invalid' && value.value === 'true'))
        parts.push('invalid')
      return parts.filter((part) => part !== '').join(' ')
    },
    async tabTo(said) {
      const heard: string[] = []
      for (let presses = 0; presses < 90; presses++) {
        const now = await own.focused()
        if (said.test(now)) return
        heard.push(now)
        await page.keyboard.press('Tab')
      }
      throw new Error(`nothing said ${String(said)}, but ${heard.join('; ')}`)
    },
    live: () =>
      page.locator('[aria-live], [role=alert], [role=status]').evaluateAll((regions) =>
        regions
          .map((region) => region.textContent.trim())
          .join(' ')
          .trim(),
      ),
  }
  return own
}
