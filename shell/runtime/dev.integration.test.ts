/** Hot reload of a microfrontend inside of the shell's page. */
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch } from '@shuxiang/e2e/chromium'
import { startFixtureShell, type FixtureShell } from '@shuxiang/shell-server/testing'
import { startDevServers, type DevMicrofrontends } from '@shuxiang/vite/dev'

// Below the repository, so that its packages are found; what is here is ignored by git.
const root = resolve(import.meta.dirname, '../../.tmp/dev-test')
const folder = join(root, 'microfrontends/calm')
let shell: FixtureShell
let dev: DevMicrofrontends
let browser: Browser

describe('a microfrontend under development', () => {
  beforeAll(async () => {
    await rm(root, { recursive: true, force: true })
    await mkdir(join(root, 'microfrontends'), { recursive: true })
    await cp(join(import.meta.dirname, 'fixtures/calm'), folder, { recursive: true })
    await symlink(join(import.meta.dirname, 'node_modules'), join(folder, 'node_modules'))
    const servers = { entries: {}, extensions: {}, imports: {}, origins: [] }
    shell = await startFixtureShell({ dev: servers })
    dev = await startDevServers({ root, names: ['calm'], buildDir: shell.buildDir, origin: shell.origin })
    Object.assign(servers, dev.servers)
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await dev?.close()
    await shell?.close()
    await rm(root, { recursive: true, force: true })
  })

  it('shows an edited template without a load, with its state kept', async () => {
    const page = await browser.newPage()
    await page.goto(`${shell.origin}/calm`)
    await page.locator('.presses').click()
    await page.evaluate(() => Object.assign(window, { sameDocument: true }))
    const file = join(folder, 'CalmList.vue')
    const source = await readFile(file, 'utf8')
    await writeFile(file, source.replace("{{ t('list') }}", 'Edited'))
    await page.getByRole('heading', { name: 'Edited' }).waitFor()
    expect(await page.locator('.presses').textContent()).toBe('1')
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
  })
})
