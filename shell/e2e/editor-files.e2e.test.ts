// A librarian puts pictures on a page without leaving it: chosen, dropped and pasted, said what they show, cut where it matters,
// changed everywhere; what cannot be taken is refused with a sentence.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNewSite } from './at-work.ts'
import { violations } from './axe.ts'
import { misplaced } from './boxes.ts'
import { launch } from './chromium.ts'

const library = 'n330109'
let browser: Browser
let context: BrowserContext
let page: Page
let errors: readonly string[]

beforeAll(async () => {
  browser = await launch()
  const reader = await openNewSite(browser, library, 90_000)
  ;({ page, context, errors } = reader)
  await page.goto(`/console/edit/${library}`)
  await page.locator('.outline .row').first().waitFor({ timeout: 20_000 })
}, 180_000)
afterAll(() => browser.close())

const dialog = () => page.locator('dialog[open]').last()
const wide = () => page.setViewportSize({ width: 1280, height: 800 })
const phone = () => page.setViewportSize({ width: 360, height: 740 })
const saved = () => page.locator('.saved[data-state=saved]').waitFor({ timeout: 20_000 })

/** A picture as a browser makes one, of one colour. */
async function drawn(colour: string): Promise<Buffer> {
  const base64 = await page.evaluate(async (fill) => {
    const canvas = document.createElement('canvas')
    canvas.width = 640
    canvas.height = 480
    const pen = canvas.getContext('2d')
    if (pen) {
      pen.fillStyle = fill
      pen.fillRect(0, 0, 640, 480)
    }
    return canvas.toDataURL('image/png').split(',')[1] ?? ''
  }, colour)
  return Buffer.from(base64, 'base64')
}
/** As a browser does it when files are let go, or pasted, over an element. */
async function give(
  kind: 'drop' | 'paste',
  selector: string,
  files: { name: string; bytes: Buffer; type: string }[],
) {
  await page
    .locator(selector)
    .first()
    .evaluate(
      (target, given) => {
        const data = new DataTransfer()
        for (const { name, type, base64 } of given.files)
          data.items.add(
            new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name, { type }),
          )
        target.dispatchEvent(
          given.kind === 'drop'
            ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
            : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        )
      },
      {
        kind,
        files: files.map(({ name, bytes, type }) => ({ name, type, base64: bytes.toString('base64') })),
      },
    )
}
/** The tab is gone at once: nothing in it is told. */
async function killed(): Promise<void> {
  const chrome = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  void chrome.send('Page.crash').catch(() => {})
  await crashed
  await page.close()
}
/** How many files the device keeps for later. */
function keptFiles(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('shuxiang-editor-files')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const counting = opening.result.transaction('files').objectStore('files').count()
      counting.onsuccess = () => resolve(counting.result)
      counting.onerror = () => reject(counting.error)
    }
  })
}
async function addBlock(type: string): Promise<void> {
  await page.locator('.left .add').last().click()
  await page.locator(`dialog [data-type=${type}]`).click()
}

test('a picture is uploaded from its field, said what it shows, and stands on the page', async () => {
  await wide()
  await addBlock('image')
  await page.getByRole('button', { name: '选择图片' }).click()
  expect(await violations(page)).toEqual([])
  await dialog()
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: '阅览室.png', mimeType: 'image/png', buffer: await drawn('#1b5068') })
  await page.getByText('看不见图片的读者听到什么').waitFor({ timeout: 30_000 })
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: '保存说明' }).click()
  await page.getByText('请用中文写下图片里有什么').waitFor()
  await page.getByLabel(/^图片里有什么（简体中文/).fill('读者在三楼阅览室看书')
  await page.getByRole('slider', { name: '左右' }).fill('0.2')
  await phone()
  expect(await misplaced(page)).toEqual([])
  await wide()
  await page.getByRole('button', { name: '保存说明' }).click()
  await page.getByText('读者在三楼阅览室看书').first().waitFor()
  const canvas = page.frameLocator('.canvas iframe')
  await canvas.getByRole('img', { name: '读者在三楼阅览室看书' }).waitFor({ timeout: 20_000 })
  await saved()
})

test('what cannot be taken is refused with a sentence, and the field stays as it was', async () => {
  await page.getByRole('button', { name: '换一张图片' }).click()
  const hostile: readonly (readonly [string, string, string])[] = [
    ['网页.png', '<html><script>alert(1)</script>', '这种文件不能用'],
    [
      '图.svg',
      '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
      '这种文件不能用',
    ],
    ['文件.png', '%PDF-1.7\n%<script>alert(1)</script>', '这是 PDF，这里要放图片'],
    [
      '引用.svg',
      '<svg xmlns="http://www.w3.org/2000/svg"><style>@import "x"</style></svg>',
      '引用了别的内容',
    ],
    ['空.png', '', '文件是空的'],
  ]
  for (const [name, text, words] of hostile) {
    await dialog()
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name, mimeType: 'image/png', buffer: Buffer.from(text) })
    const row = dialog().locator('.give li', { hasText: name })
    await row.locator('[role=alert]').waitFor({ timeout: 30_000 })
    expect(await row.textContent()).toContain(words)
  }
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByText('读者在三楼阅览室看书').first().waitFor()
})

test('a picture that is dropped on the field, or pasted into it, is taken', async () => {
  await give('drop', '.right .asset', [
    { name: '拖来.png', type: 'image/png', bytes: await drawn('#ad321d') },
  ])
  await page.getByText('看不见图片的读者听到什么').waitFor({ timeout: 30_000 })
  await page.getByLabel('只是装饰，不用读出来').check()
  await page.getByRole('button', { name: '保存说明' }).click()
  await page.getByText('装饰图片，没有说明').waitFor()
  await give('paste', '.right .asset', [
    { name: 'image.png', type: 'image/png', bytes: await drawn('#1e6b3a') },
  ])
  await page.getByText('看不见图片的读者听到什么').waitFor({ timeout: 30_000 })
  await page.getByRole('button', { name: '以后再写' }).click()
  await page.getByRole('button', { name: '还没有说明，请先写上' }).waitFor()
  await saved()
})

test('several pictures make as many places of a gallery, each asked for what it shows', async () => {
  await addBlock('gallery')
  await page.getByRole('button', { name: '一次加几张图片' }).click()
  const pictures = await Promise.all(['#111', '#555', '#999'].map(drawn))
  await dialog()
    .locator('input[type=file]')
    .first()
    .setInputFiles(pictures.map((buffer, n) => ({ name: `馆舍${n + 1}.png`, mimeType: 'image/png', buffer })))
  await page.getByText('已经加了 3 张').waitFor({ timeout: 60_000 })
  expect(await violations(page)).toEqual([])
  await page.locator('dialog footer').getByRole('button', { name: '完成' }).click()
  for (const n of [1, 2, 3]) {
    await page.getByText(`说明：第 ${n} 个，共 3 个`).waitFor()
    await page.getByLabel(/^图片里有什么（简体中文/).fill(`馆舍的第 ${n} 张照片`)
    await page.getByRole('button', { name: /^保存/ }).click()
  }
  const canvas = page.frameLocator('.canvas iframe')
  await canvas.getByRole('img', { name: '馆舍的第 3 张照片' }).waitFor({ timeout: 20_000 })
  await saved()
})

test('pictures are dropped on a gallery, and what is said of them is taken up later', async () => {
  await give(
    'drop',
    '.right .several',
    await Promise.all(
      ['#733', '#373'].map(async (colour, n) => ({
        ...{ name: `拖来${n + 1}.png`, type: 'image/png' },
        bytes: await drawn(colour),
      })),
    ),
  )
  await page.getByText('已经加了 2 张').waitFor({ timeout: 60_000 })
  await page.locator('dialog footer').getByRole('button', { name: '完成' }).click()
  await page.getByText('说明：第 1 个，共 2 个').waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '还有 2 张图片没有说明：现在写' }).click()
  for (const n of [1, 2]) {
    await page.getByText(`说明：第 ${n} 个，共 2 个`).waitFor()
    await page.getByLabel(/^图片里有什么（简体中文/).fill(`拖来的第 ${n} 张照片`)
    await page.getByRole('button', { name: /^保存/ }).click()
  }
  const canvas = page.frameLocator('.canvas iframe')
  await canvas.getByRole('img', { name: '拖来的第 2 张照片' }).waitFor({ timeout: 20_000 })
  await expect.poll(() => page.getByRole('button', { name: /张图片没有说明/ }).count()).toBe(0)
  expect(await page.locator('.right .group').count()).toBe(5)
  await saved()
})

/** The picture of the image block: its bytes are those of one colour. */
const shownOnPage = (name: string) =>
  page
    .frameLocator('.canvas iframe')
    .getByRole('img', { name })
    .evaluate((img) => (img instanceof HTMLImageElement ? img.currentSrc || img.src : ''))

test('another one in its place is there on every page', async () => {
  await page.locator('.outline .row', { hasText: '图集' }).last().locator('.name').click()
  await page.getByRole('button', { name: '修改说明' }).first().click()
  await page.getByText(/^用在 \d+ 个页面上$/).click()
  const before = await shownOnPage('馆舍的第 1 张照片')
  await page
    .locator('dialog details input[type=file]')
    .first()
    .setInputFiles({ name: '新馆舍.png', mimeType: 'image/png', buffer: await drawn('#204080') })
  await page.getByText('已经换好').waitFor({ timeout: 30_000 })
  expect(await violations(page)).toEqual([])
  await phone()
  expect(await misplaced(page)).toEqual([])
  await wide()
  await expect.poll(() => shownOnPage('馆舍的第 1 张照片')).not.toBe(before)
  await page.getByRole('button', { name: /^换回原来的（\d+ 个页面）$/ }).click()
  await page.getByText('已经换回原来的').waitFor()
  await expect.poll(() => shownOnPage('馆舍的第 1 张照片')).toBe(before)
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
})

test('what is given without a network, in a tab that is killed, is in its field when the editor is open again', async () => {
  await addBlock('image')
  const name = '离线的馆舍.png'
  await context.setOffline(true)
  await give('drop', '.right .asset', [{ name, type: 'image/png', bytes: await drawn('#a0f') }])
  await dialog().getByText('现在没有网络。').waitFor({ timeout: 20_000 })
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '1 个文件正在上传' }).waitFor()
  expect(await violations(page)).toEqual([])
  await phone()
  expect(await misplaced(page)).toEqual([])
  await wide()
  // Everything that was written is on the device.
  await page.locator('.saved[data-state=offline]').waitFor({ timeout: 20_000 })
  await killed()
  await context.setOffline(false)
  page = await context.newPage()
  await wide()
  await page.goto(`/console/edit/${library}`)
  await page.locator('.outline .row').first().waitFor({ timeout: 20_000 })
  await page.getByRole('button', { name: '1 个文件等您处理' }).click({ timeout: 60_000 })
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: '放到原来的地方' }).click()
  await page.getByRole('button', { name: '还没有说明，请先写上' }).waitFor({ timeout: 20_000 })
  expect(await page.locator('.right .file').textContent()).toContain(name)
  await page.locator('.waiting').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '还没有说明，请先写上' }).click()
  await page.getByLabel('只是装饰，不用读出来').check()
  await page.getByRole('button', { name: '保存说明' }).click()
  await page.getByText('装饰图片，没有说明').first().waitFor()
  await saved()
  // Once only: nothing waits for the next tab.
  await expect.poll(() => page.evaluate(keptFiles)).toBe(0)
})

test('the logo takes the place of the seal, on the desk at once and for readers when it is published', async () => {
  await page.getByRole('button', { name: '网站', exact: true }).click()
  await page.getByRole('group', { name: '馆标' }).getByRole('button', { name: '选择图片' }).click()
  await dialog()
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: '馆标.png', mimeType: 'image/png', buffer: await drawn('#8c2f1f') })
  await page.getByLabel('只是装饰，不用读出来').check()
  await page.getByRole('button', { name: '保存说明' }).click()
  await page.getByText('装饰图片，没有说明').first().waitFor()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  const mast = page.frameLocator('.canvas iframe').locator('header.mast')
  await mast.locator('img.logo').waitFor({ timeout: 20_000 })
  expect(await mast.locator('.seal').count()).toBe(0)
  expect(await violations(page)).toEqual([])
  await phone()
  expect(await misplaced(page)).toEqual([])
  await wide()
  await page.getByRole('button', { name: '大纲', exact: true }).click()
})

test('the page is published once something is said of every picture', async () => {
  await page.getByRole('button', { name: /^发布/ }).click()
  await page.locator('dialog footer .btn.primary').click()
  const finding = page.locator('dialog li', { hasText: '必须处理：' }).first()
  await finding.waitFor({ timeout: 60_000 })
  expect(await finding.textContent()).toContain('有一张图片没有文字说明')
  // Pictures of a gallery lead to themselves, which is no page that is missing.
  expect(await dialog().textContent()).not.toContain('/_files/')
  await finding.getByRole('button').click()
  await page.locator('.outline .row', { hasText: '图片' }).first().locator('.name').click()
  await page.getByRole('button', { name: '还没有说明，请先写上' }).click()
  await page.getByLabel('只是装饰，不用读出来').check()
  await page.getByRole('button', { name: '保存说明' }).click()
  await page.locator('.right').getByText('装饰图片，没有说明').first().waitFor()
  await page.getByRole('button', { name: /^发布/ }).click()
  await page.locator('dialog footer .btn.primary').click()
  await page.locator('dialog [data-step=live]').waitFor({ timeout: 60_000 })
  const visit = await context.newPage()
  await visit.goto((await page.getByRole('link', { name: '打开网站' }).getAttribute('href')) ?? '')
  await visit.getByRole('img', { name: '馆舍的第 3 张照片' }).waitFor()
  expect(await visit.locator('main img:not([alt])').count()).toBe(0)
  for (const path of ['', 'search']) {
    if (path !== '') await visit.goto(new URL(path, visit.url()).href)
    const logo = visit.locator('header.mast img.logo')
    await expect
      .poll(() => logo.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalHeight : 0)))
      .toBeGreaterThan(90)
    expect(await visit.locator('header.mast .seal').count()).toBe(0)
  }
  expect(errors.filter((text) => !/net::ERR|Failed to load resource/.test(text))).toEqual([])
  await context.close()
})
