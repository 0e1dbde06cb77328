// A reader who hears the page: by keys alone, each control known by what a screen reader says of it, and what is said by itself.
import type { CDPSession, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { NAME_FIELD } from '../people.ts'
import { firstFound } from '../records.ts'
import { interactive } from '../reader.ts'
import type { Visit } from './visit.ts'

/** For a page that is still coming. */
const WITHIN = { timeout: 10_000 }

interface Node {
  readonly ignored?: boolean
  readonly role?: { readonly value?: unknown }
  readonly name?: { readonly value?: unknown }
  readonly description?: { readonly value?: unknown }
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[]
}

/** What stands in the tree of a screen reader. */
interface Heard {
  /** Role, name, and what is said beside them, of what has the focus. */
  focused(): Promise<string>
  /** Presses Tab until it is said. */
  tabTo(said: RegExp): Promise<void>
  /** The text of a live region or an alert, when there is one. */
  live(): Promise<string>
}

const text = (value: { readonly value?: unknown } | undefined): string =>
  typeof value?.value === 'string' ? value.value : ''

async function listenTo(page: Page): Promise<Heard> {
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

export function blindReader(visit: Visit): void {
  const { world } = visit
  const { identity, origin, reader } = world

  test('a reader who hears the page signs in from a record, is told of a wrong password, comes back and signs out', async () => {
    const { page } = visit
    const record = await firstFound(origin, '明月')
    await page.goto(record)
    await interactive(page)
    const heard = await listenTo(page)
    await heard.tabTo(/^link 登录/)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${identity}/**`)
    await page.waitForLoadState()
    expect(await page.title()).toMatch(/登录/)
    // The provider's page begins at its first field.
    await expect.poll(() => heard.focused(), WITHIN).toMatch(/^(combobox|textbox) /)

    await heard.tabTo(/^textbox (读者证|用户名)/)
    await page.keyboard.type(reader.username)
    await heard.tabTo(/^textbox 密码/)
    await page.keyboard.type('wrong')
    await page.keyboard.press('Enter')
    const refusal = /密码不对|无效的用户名或密码/
    await expect.poll(async () => `${await heard.focused()} ${await heard.live()}`, WITHIN).toMatch(refusal)

    // The name is still there.
    expect(await page.locator(NAME_FIELD).inputValue()).not.toBe('')
    await heard.tabTo(/^textbox 密码/)
    await page.keyboard.type(reader.password)
    await page.keyboard.press('Enter')
    await visit.named().waitFor()
    expect(new URL(page.url()).pathname).toBe(new URL(record, origin).pathname)
    await expect.poll(() => heard.focused(), WITHIN).toMatch(/^heading /)
    await expect.poll(() => heard.live(), WITHIN).toContain(reader.name)

    await page.locator('body').press('Home')
    await heard.tabTo(new RegExp(`${reader.name}`))
    await page.keyboard.press('Enter')
    await heard.tabTo(/^button 退出登录/)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${origin}/auth/signed-out`)
    expect(await page.title()).toContain('您已退出登录')
  })
}
