// A reader's way into a session and out of it, with the provider of the product itself; and what must never be seen of it.
import { describe, expect, inject, test } from 'vitest'
import { violations, violationsOfLooks } from './axe.ts'
import { activation } from './journeys/activation.ts'
import { blindReader } from './journeys/blind-reader.ts'
import { clocksThatAreOff, faultsOfTheProvider } from './journeys/faults.ts'
import { oneCard } from './journeys/one-card.ts'
import { staffOfOneLibrary } from './journeys/staff.ts'
import { thereAndBack } from './journeys/there-and-back.ts'
import { whereTokensAre } from './journeys/tokens.ts'
import { TOKEN, visits } from './journeys/visit.ts'
import { severalWindows } from './journeys/windows.ts'
import { demoStaff, embeddedProvider } from './journeys/world.ts'
import { fit, MODES, wear, WIDTHS } from './modes.ts'
import { typeCredentials } from './people.ts'
import { firstFound } from './records.ts'
import { interactive } from './reader.ts'

const origin = inject('origin')
const identity = inject('identity')
const people = inject('people')
const [reader] = people
if (!reader) throw new Error('The product has no reader to try.')
const dataDir = inject('dataDir')
const tested = embeddedProvider(identity, dataDir)
const staff = demoStaff(people)
const visit = visits({ origin, identity, dataDir, reader, staff, card: inject('card'), tested })
const { account, named } = visit

thereAndBack(visit)
whereTokensAre(visit)
severalWindows(visit)
faultsOfTheProvider(visit)
clocksThatAreOff(visit)
activation(visit)
blindReader(visit)
staffOfOneLibrary(visit)
oneCard(visit)

describe('a visitor', () => {
  test('asks the provider nothing and loads nothing of it', async () => {
    const { page } = visit
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    for (const path of ['/', '/search?q=明月', await firstFound(origin, '静夜思', 'poem')]) {
      await page.goto(path)
      await interactive(page)
      await page.waitForLoadState('networkidle')
    }
    expect(asked.filter((url) => url.startsWith(identity) || /runtime\/auth\./.test(url))).toEqual([])
    expect(await account().locator('a').getAttribute('href')).toMatch(/^\/auth\/sign-in\?to=%2Fitem%2F/)
  })

  test('without scripts is told why signing in needs them, and can read on', async () => {
    await visit.open({ javaScript: false })
    const { page } = visit
    await page.goto('/search?q=明月')
    await account().locator('a').click()
    expect(await page.locator('main').innerText()).toContain('JavaScript')
    await page.locator('main a').click()
    expect(page.url()).toBe(`${origin}/search?q=%E6%98%8E%E6%9C%88`)
  })
})

describe('where the reader comes back to', () => {
  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/auth/callback',
    'javascript:alert(1)',
  ])('%s is no such place: the reader comes home', async (to) => {
    const { page } = visit
    await page.goto(`/auth/sign-in?to=${encodeURIComponent(to)}`)
    await page.waitForURL(`${identity}/**`)
    await typeCredentials(page, reader)
    await named().waitFor()
    expect(page.url()).toBe(`${origin}/`)
  })
})

describe('an answer to no question of ours', () => {
  test.each([
    ['forged', '#state=4a1f6a44-0000-4000-8000-000000000000&code=stolen'],
    ['of an error', '#state=4a1f6a44-0000-4000-8000-000000000000&error=server_error'],
    ['empty', ''],
  ])('%s signs nobody in, leaves the address clean and says what to do', async (_name, hash) => {
    const { page } = visit
    await page.goto(`/auth/callback${hash}`)
    await page.getByRole('heading', { name: '登录没有完成' }).waitFor()
    expect(page.url()).toBe(`${origin}/auth/callback`)
    expect(await account().locator('a').innerText()).toBe('登录')
    expect(await violations(page)).toEqual([])
  })
})

describe('a token', () => {
  test('is in nothing that a microfrontend can reach', async () => {
    const { page } = visit
    await page.addInitScript(() => {
      // What a page of an intruder inside the portal would try: every message, and everything global.
      const heard: unknown[] = []
      addEventListener('message', ({ data }) => heard.push(data))
      new BroadcastChannel('shuxiang.session').onmessage = ({ data }) => heard.push(data)
      Object.assign(window, { heard })
    })
    await visit.signInFrom('/')
    await page.reload()
    await named().waitFor()
    const reach = await page.evaluate(() => {
      const found: string[] = []
      for (const name of Object.getOwnPropertyNames(window)) {
        const value: unknown = Reflect.get(window, name)
        if (typeof value === 'string') found.push(value)
        if (/keycloak/i.test(name)) found.push(`eyJ-a-global-${name}`)
      }
      return JSON.stringify([found, Reflect.get(window, 'heard'), document.documentElement.outerHTML])
    })
    expect(reach).not.toMatch(TOKEN)
  })
})

test('the masthead holds in every mode and width, signed out and in', async () => {
  const { page } = visit
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  /** How high the page stands under the masthead, in each look. */
  const heights = async (): Promise<Record<string, number | undefined>> => {
    const found: Record<string, number | undefined> = {}
    for (const mode of MODES)
      for (const width of WIDTHS) {
        await wear(page, mode)
        await fit(page, width)
        expect(await overflow(), `${mode.name} at ${width}`).toBeLessThanOrEqual(0)
        found[`${mode.name} at ${width}`] = (await page.locator('main').boundingBox())?.y
      }
    return found
  }
  await page.goto('/search?q=明月')
  await interactive(page)
  const before = await heights()
  await visit.signInFrom('/search?q=明月')
  await page.getByTestId('result-count').waitFor()
  expect(await heights()).toEqual(before)
  await account().locator('summary').click()
  await heights()
  for (const mode of MODES) {
    await wear(page, mode)
    await fit(page, 360)
    expect(await (mode === MODES[0] ? violations : violationsOfLooks)(page), mode.name).toEqual([])
  }
})
