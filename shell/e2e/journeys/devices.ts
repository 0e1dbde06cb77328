// Where a reader is signed in: two browsers of one reader, of which one signs the other out, and the other learns it.
import { makePerson, type Tested } from '@shuxiang/identity/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from '../axe.ts'
import { launch } from '../chromium.ts'
import { typeCredentials, type Demo } from '../people.ts'
import { interactive, openReader, type Device, type Reader } from '../reader.ts'

export interface DevicesOf {
  readonly origin: string
  readonly identity: string
  readonly tested: Tested
  readonly someone: Pick<Demo, 'username' | 'password'>
}

/** Opens a browser in which the reader is signed in and looks at their devices. */
export type SignedInBrowser = (device?: Device, person?: DevicesOf['someone']) => Promise<Reader>

/** Declares the walk; other tests of the file may open browsers of the reader, too. */
export function devices({ origin, identity, tested, someone }: DevicesOf): SignedInBrowser {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  const signedIn: SignedInBrowser = async (device = {}, person = someone) => {
    const reader = await openReader(browser, origin, device)
    const { page } = reader
    await page.goto('/my?view=account')
    await interactive(page)
    await page.locator('.told button').click()
    await page.waitForURL(`${identity}/**`)
    await typeCredentials(page, person)
    await page.waitForURL(`${origin}/my?view=account`)
    await page.locator('[data-session=this]').waitFor()
    return reader
  }

  test('one browser signs the other out, which is refused from then on and says so', async () => {
    const one = await signedIn()
    const other = await signedIn({ width: 360, height: 740 })
    await one.page.reload()
    const line = one.page.locator('[data-session=other]')
    await line.first().waitFor()
    expect(await one.page.locator('[data-session=this]').count()).toBe(1)
    expect(await one.page.locator('[data-session=this] strong').innerText()).toMatch(/Chrome/)
    expect(await violations(one.page)).toEqual([])

    await one.page.getByRole('button', { name: '其他设备全部退出' }).click()
    await one.page.getByRole('dialog').waitFor()
    expect(await violations(one.page)).toEqual([])
    await one.page.getByRole('dialog').getByRole('button', { name: '其他设备全部退出' }).click()
    await one.page.getByText('您没有在其他设备登录').waitFor()
    await one.page.waitForFunction(() => document.activeElement?.tagName === 'H2')

    // The token that the other still has is refused: what it asks next, nobody asks.
    await expect
      .poll(
        async () => {
          await other.page.goto('/my?view=account')
          await interactive(other.page)
          return other.page.locator('.told button, [data-session=this]').first().innerText()
        },
        { timeout: 20_000, interval: 1_000 },
      )
      .toContain('登录后')
    await one.page.reload()
    await one.page.locator('[data-session=this]').waitFor()
    await one.close()
    await other.close()
  })

  test('one device is signed out by keyboard, and the reader goes on at the heading', async () => {
    const one = await signedIn()
    const other = await signedIn()
    await one.page.reload()
    const button = one.page.locator('[data-session=other] button').first()
    await button.waitFor()
    const before = await one.page.locator('[data-session=other]').count()
    await button.focus()
    await one.page.keyboard.press('Enter')
    await expect.poll(() => one.page.locator('[data-session=other]').count()).toBe(before - 1)
    await one.page.waitForFunction(() => document.activeElement?.tagName === 'H2')
    await one.close()
    await other.close()
  })

  test('a device of another person is neither listed nor signed out, by whatever is asked', async () => {
    const one = await signedIn()
    const another = await signedIn({}, await makePerson(tested))
    const [own, theirs] = [await bearerOf(one.page), await bearerOf(another.page)]
    const list = '{ me { sessions { id current } } }'
    const before = await ask(theirs, list)
    const id = /"id":"([^"]+)"/.exec(before)?.[1] ?? ''
    expect(id).not.toBe('')
    expect(await ask(own, list)).not.toContain(id)
    const out = 'mutation Out($id: ID!) { signOutSession(id: $id) }'
    expect(await ask(own, out, { id })).toContain('FORBIDDEN')
    expect(await ask(own, 'mutation { signOutOthers }')).toContain('"signOutOthers":')
    expect(await ask(theirs, list)).toBe(before)
    await another.page.reload()
    await another.page.locator('[data-session=this]').waitFor()
    await one.close()
    await another.close()
  })

  /** What a page of theirs sends to be known. */
  async function bearerOf(page: Page): Promise<string> {
    const asking = page.waitForRequest(
      (request) => request.url().endsWith('/graphql') && request.headers()['authorization'] !== undefined,
    )
    await page.reload()
    return (await asking).headers()['authorization'] ?? ''
  }
  async function ask(authorization: string, query: string, variables: object = {}): Promise<string> {
    const answer = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query, variables }),
    })
    return answer.text()
  }

  return signedIn
}
