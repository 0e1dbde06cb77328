// A reader who hears the page: by keys alone, each control known by what a screen reader says of it, and what is said by itself.
import { expect, test } from 'vitest'
import { listenTo } from '../heard.ts'
import { NAME_FIELD } from '../people.ts'
import { firstFound } from '../records.ts'
import { interactive } from '../reader.ts'
import type { Visit } from './visit.ts'

/** For a page that is still coming. */
const WITHIN = { timeout: 10_000 }

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
