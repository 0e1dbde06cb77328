// The pages as a browser without scripts meets them: whole ways through, bad input, forged and repeated forms.
import { request as ask } from 'node:http'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest'
import { codeOf, drawSecret, stepAt, type Account } from '../people/index.ts'
import { servePages, type ServedPages } from './testing/serve-pages.ts'
import { faultsOn, titleOf, valueOf, visitor, type Answer, type Visitor } from './testing/visitor.ts'

let store: TestStore
let served: ServedPages
let reader: Visitor
let n = 0
const password = 'horse battery'

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  served = await servePages(store.db(`pages_${n++}`))
  reader = visitor(served.origin)
})
afterEach(async () => {
  await served.close()
  expect(served.errors).toEqual([])
})

const made = async (username: string, more: { requiredActions?: Account['requiredActions'] } = {}) => {
  const account = await served.people.create({ username, password, ...more })
  if (account === 'taken') throw new Error('taken')
  return account
}
const whoIs = (html: string): string => /id="who">([^<]*)/.exec(html)?.[1] ?? ''
const codeNow = (secret: string): string => codeOf(secret, stepAt(served.clock.now))

describe('signing in', () => {
  test('by the name of a library and a card ends at the client, and the device remembers the library', async () => {
    await made('n330110/1001')
    const page = await reader.open('/begin')
    expect(titleOf(page)).toBe('读者登录')
    const done = await reader.send(page, { library: '余杭', card: '１００１', password, remember: 'on' })
    expect(done.url).toMatch(/\/callback\?remember=true$/)
    expect(whoIs(done.html)).toBe('n330110/1001')
    expect(valueOf(await reader.open('/begin'), 'library')).toBe('余杭区图书馆')
  })

  test('what the client, the site or the session says is there already', async () => {
    await made('n330110/1001')
    expect(valueOf(await reader.open('/begin?client=site-n33'), 'library')).toBe('浙江图书馆')
    expect((await reader.open('/begin?client=site-n33')).html).toContain('登录后回到浙江图书馆')
    const hinted = await reader.open('/begin?hint=n330110/77')
    expect([valueOf(hinted, 'library'), valueOf(hinted, 'card')]).toEqual(['余杭区图书馆', '77'])
    const known = await reader.open('/begin?as=n330110/1001')
    expect(valueOf(known, 'card')).toBe('1001')
    expect(known.html).toContain('请再填一次密码')
    expect(valueOf(await reader.open('/begin?hint=zz/1'), 'card')).toBe('zz/1')
  })

  test('several libraries of one name are offered, and the choice is taken', async () => {
    await made('n360103/5')
    const page = await reader.open('/begin')
    const again = await reader.send(page, { library: '西湖', card: '5', password })
    expect(faultsOn(again)).toEqual(['有几家图书馆叫这个名字，请选一家。'])
    expect(again.html).toContain('南昌市西湖区图书馆')
    const done = await reader.send(again, { library: '西湖', pick: 'n360103', card: '5', password })
    expect(whoIs(done.html)).toBe('n360103/5')
  })

  test('wrong, unknown and locked look the same to the letter, and what was typed is kept', async () => {
    await made('n330110/1001')
    const look = async (card: string, typed: string) => {
      const page = await reader.send(await reader.open('/begin'), { library: '余杭', card, password: typed })
      expect(valueOf(page, 'card')).toBe(card)
      expect(valueOf(page, 'password')).toBe('')
      return page.html.replaceAll(/(nonce|value)="[^"]*"|uid=\w+/g, '')
    }
    const wrong = await look('1001', 'wrong')
    expect(wrong).toContain('图书馆、证号或密码不对')
    expect(await look('4444', 'wrong')).toBe(wrong)
    for (let tries = 0; tries < 4; tries++) await look('1001', 'wrong')
    expect(await look('1001', password)).toBe(wrong)
  })

  test('each empty or impossible field is named with what to do', async () => {
    const page = await reader.open('/begin')
    expect(faultsOn(await reader.send(page, {}))).toHaveLength(3)
    const kept = await reader.send(page, { library: '余杭', card: '1'.repeat(8192), password })
    expect(faultsOn(kept)).toEqual(['读者证号太长，最多 60 个字符。请照证上印的填。'])
    expect(valueOf(kept, 'card')).toHaveLength(8192)
    expect(faultsOn(await reader.send(page, { library: '余杭', card: '1оо1', password }))[0]).toContain(
      '形似',
    )
  })

  test('another language keeps what was typed and judges nothing', async () => {
    const page = await reader.open('/begin?locale=zh-CN')
    const english = await reader.send(page, { library: '余杭', card: '10 01', remember: 'on', locale: 'en' })
    expect(titleOf(english)).toBe('Sign in')
    expect([valueOf(english, 'library'), valueOf(english, 'card')]).toEqual(['余杭', '10 01'])
    expect(english.html).toMatch(/name="remember"[^>]* checked/)
    expect(faultsOn(english)).toEqual([])
    // The next answer is in the language of the page that was sent.
    expect(faultsOn(await reader.send(english, { library: '余杭', card: '1' }))).toEqual([
      'Enter your password.',
    ])
  })

  test('a password given by the library must be replaced, then a device enrolled, then one is in', async () => {
    await made('n33/9', { requiredActions: ['UPDATE_PASSWORD', 'CONFIGURE_TOTP'] })
    const first = await reader.send(await reader.open('/begin'), {
      library: '浙江',
      card: '9',
      password,
      remember: 'on',
    })
    expect(titleOf(first)).toBe('设置新密码')
    expect(faultsOn(await reader.send(first, { chosen: '12345678', repeat: '12345678' }))).toHaveLength(1)
    expect(faultsOn(await reader.send(first, { chosen: 'own words here', repeat: 'other words' }))).toEqual([
      '两次填的新密码不一样，请再填一次。',
    ])
    const device = await reader.send(first, { chosen: 'own words here', repeat: 'own words here' })
    expect(titleOf(device)).toBe('登记动态口令')
    const secret = /secret=([A-Z2-7]+)/.exec(device.html)?.[1] ?? ''
    const again = await reader.send(device, { code: '000000' })
    expect(faultsOn(again)).toHaveLength(1)
    // The key on the screen stays the same after a mistake.
    expect(/secret=([A-Z2-7]+)/.exec(again.html)?.[1]).toBe(secret)
    const done = await reader.send(again, { code: codeNow(secret) })
    expect(done.url).toMatch(/remember=true$/)
    expect(whoIs(done.html)).toBe('n33/9')
    expect(await served.people.find((await served.people.findByUsername('n33/9'))?.id ?? '')).toMatchObject({
      requiredActions: [],
      hasDevice: true,
    })
  })

  test('a second step asks for the code alone; used, wrong and shapeless ones are refused', async () => {
    const { id } = await made('n33/9')
    const secret = drawSecret()
    await served.people.enrolDevice(id, secret, codeOf(secret, stepAt(served.clock.now) - 1))
    const page = await reader.open('/begin?as=n33/9&acr=2')
    expect(titleOf(page)).toBe('动态口令')
    for (const [code, sentence] of [
      ['', '请填动态口令。'],
      ['12', '动态口令是 6 位数字。'],
      [codeOf(secret, stepAt(served.clock.now) - 1), '口令不对、已经用过'],
    ] as const)
      expect(faultsOn(await reader.send(page, { code }))[0]).toContain(sentence)
    const code = codeNow(secret)
    const done = await reader.send(page, { code: ` ${code.slice(0, 3)} ${code.slice(3)}` })
    expect(whoIs(done.html)).toBe('n33/9')
    const replay = await reader.open('/begin?as=n33/9&acr=2')
    expect(faultsOn(await reader.send(replay, { code }))).toHaveLength(1)
  })

  test('a second step without a device says what to do, and leads back', async () => {
    await made('n33/9')
    const page = await reader.open('/begin?as=n33/9&acr=2')
    expect([page.status, titleOf(page)]).toEqual([403, '这一步需要动态口令'])
    expect(page.html).toContain('href="/realms/ndl/account/device"')
    const back = /href="([^"]*leave=1)"/.exec(page.html)?.[1] ?? ''
    expect((await reader.open(back.replaceAll('&amp;', '&'))).url).toMatch(/error=access_denied$/)
  })
})

describe('forms', () => {
  test('without the cookie or with the value of another page are refused, and what was typed is kept', async () => {
    await made('n330110/1001')
    const page = await reader.open('/begin')
    const typed = { library: '余杭', card: '1001', password }
    const stale = await reader.send(page, { ...typed, token: 'junk' })
    expect(faultsOn(stale)[0]).toContain('开得太久')
    expect(valueOf(stale, 'card')).toBe('1001')
    reader.cookies.delete('sx_form /realms/ndl')
    const bare = await reader.send(page, typed)
    expect(faultsOn(bare)[0]).toContain('Cookie')
    expect(whoIs((await reader.send(bare, typed)).html)).toBe('n330110/1001')
  })

  test('of one sign-in serve no other and no other browser, but their own whatever other tabs do', async () => {
    await made('n330110/1001')
    const typed = { library: '余杭', card: '1001', password }
    const first = await reader.open('/begin')
    const aimedAt = ({ url }: Answer): Answer => ({
      ...first,
      html: first.html.replace(/action="[^"]*"/, `action="${url}"`),
    })
    const second = await reader.open('/begin')
    expect(faultsOn(await reader.send(aimedAt(second), typed))[0]).toContain('开得太久')
    const other = visitor(served.origin)
    const theirs = await other.open('/begin')
    expect(faultsOn(await other.send(aimedAt(theirs), typed))[0]).toContain('开得太久')
    expect(titleOf(await other.send(first, typed))).toBe('登录已经中断')
    expect(whoIs((await reader.send(first, typed)).html)).toBe('n330110/1001')
  })

  test('from another site are refused by what the browser says', async () => {
    const page = await reader.open('/begin')
    const answer = await reader.send(page, { library: '余杭' }, { 'sec-fetch-site': 'cross-site' })
    expect([answer.status, titleOf(answer)]).toEqual([403, '这个登录地址不对'])
  })

  test('sent twice at once sign in once and end with a sentence, not with a fault', async () => {
    await made('n330110/1001')
    const page = await reader.open('/begin')
    const typed = { library: '余杭', card: '1001', password }
    const [one, two] = await Promise.all([reader.send(page, typed), reader.send(page, typed)])
    expect(
      [one, two].map(
        ({ html }) => whoIs(html) || titleOf({ html, status: 0, headers: new Headers(), url: '' }),
      ),
    ).toContain('n330110/1001')
    const late = await reader.send(page, typed)
    expect([late.status, titleOf(late)]).toEqual([400, '登录已经中断'])
  })

  test('too long, of another type or of another method are answered with a page', async () => {
    const page = await reader.open('/begin')
    const long = await reader.send(page, { card: '1'.repeat(40_000) })
    expect([long.status, titleOf(long)]).toEqual([413, '填的内容太长'])
    const json = await reader.send(page, {}, { 'content-type': 'application/json' })
    expect(json.status).toBe(415)
    const put = await fetch(`${served.origin}/realms/ndl/login-actions/authenticate`, { method: 'PUT' })
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST'])
  })

  test('of junk never end in an error of ours', async () => {
    const page = await reader.open('/begin')
    for (const junk of ['\u0000', '%', '💥'.repeat(300), '<script>', '\ud800', '__proto__', 'n33/../../x']) {
      const answer = await reader.send(page, {
        library: junk,
        card: junk,
        password: junk,
        pick: junk,
        step: 'password',
      })
      expect(answer.status).toBe(200)
      expect(answer.html).not.toContain('<script>')
    }
    for (const step of ['', 'code', 'enrol-device', 'constructor'])
      expect(titleOf(await reader.send(page, { step }))).toBe('读者登录')
  })
})

test('nobody frames a page, nothing foreign loads in it, and it leads nowhere but to the client', async () => {
  const { headers } = await reader.open('/begin')
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
  expect(policy).toContain(`form-action 'self' ${served.origin};`)
  expect(policy).not.toMatch(/unsafe|\*/)
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('x-frame-options')).toBe('DENY')
})

test('a sign-in that is over, and a browser without cookies, are told apart', async () => {
  const path = '/realms/ndl/login-actions/authenticate'
  expect(titleOf(await reader.open(path))).toBe('浏览器没有接受 Cookie')
  expect(titleOf(await reader.open(path, { cookie: 'any=one' }))).toBe('登录已经中断')
})

describe('activation', () => {
  const issued = async (username = 'n330110/1001', library = 'n330110') => {
    await served.cards.put([
      { library, card: username.split('/')[1] ?? '', holder: '林晚晴', ageBand: 'adult' },
    ])
    return (await served.cards.issueCode(username)) ?? ''
  }
  const chosen = { chosen: 'own words here', repeat: 'own words here' }

  test('opens an account; a second try with the code says the one sentence for all refusals', async () => {
    const activation = (await issued()).toLowerCase().replace('-', ' ')
    const page = await reader.open('/realms/ndl/login-actions/activate')
    const fields = { library: '余杭', card: '1001', activation, ...chosen }
    expect(
      faultsOn(await reader.send(page, { ...fields, activation: '', chosen: 'n330110/1001' })),
    ).toHaveLength(2)
    const done = await reader.send(page, fields)
    expect(titleOf(done)).toBe('读者证已开通')
    expect(done.html).toContain('href="http://localhost:3000/auth/sign-in#name=n330110%2F1001"')
    // A double press is told the same; whoever finds the letter sets no other password.
    expect(titleOf(await reader.send(page, fields))).toBe('读者证已开通')
    const others = { ...fields, chosen: 'other words here', repeat: 'other words here' }
    const refused = await reader.send(page, others)
    expect(faultsOn(refused)[0]).toContain('激活码不对，或者激活码已用过')
    expect(faultsOn(await reader.send(page, { ...others, card: '4040' }))).toEqual(faultsOn(refused))
    expect(await served.people.checkPassword('n330110/1001', 'own words here', 'x')).not.toBe('refused')
  })

  test('in the midst of a sign-in lets the reader in', async () => {
    const activation = await issued()
    const { url } = await reader.open('/begin')
    const page = await reader.open(url.replace('authenticate', 'activate'))
    expect(page.html).toContain('返回登录')
    const done = await reader.send(page, { library: '余杭', card: '1001', activation, ...chosen })
    expect(whoIs(done.html)).toBe('n330110/1001')
  })

  test('sent again signs nobody in: since then the password may be another', async () => {
    const activation = await issued()
    const fields = { library: '余杭', card: '1001', activation, ...chosen }
    await reader.send(await reader.open('/realms/ndl/login-actions/activate'), fields)
    const { id } = (await served.people.findByUsername('n330110/1001')) ?? {}
    await served.people.setPassword(id ?? '', 'set a moment later')
    const onlooker = visitor(served.origin)
    const { url } = await onlooker.open('/begin')
    const page = await onlooker.open(url.replace('authenticate', 'activate'))
    const done = await onlooker.send(page, fields)
    expect(titleOf(done)).toBe('读者证已开通')
    expect(whoIs((await onlooker.open('/callback')).html)).toBe('nobody')
  })

  test('in the midst of a second step of somebody signs nobody else in', async () => {
    await made('n33/9')
    const activation = await issued()
    const { url } = await reader.open('/begin?as=n33/9')
    const page = await reader.open(url.replace('authenticate', 'activate'))
    const done = await reader.send(page, { library: '余杭', card: '1001', activation, ...chosen })
    expect(titleOf(done)).toBe('读者证已开通')
  })

  test('of a further card adds it to the account of who is signed in', async () => {
    await made('n33/9')
    await reader.send(await reader.open('/begin'), { library: '浙江', card: '9', password })
    const activation = await issued()
    const page = await reader.open('/realms/ndl/account/card')
    expect(
      faultsOn(await reader.send(page, { library: '余杭', card: '1001', activation: 'AAAAA-AAAAA' })),
    ).toHaveLength(1)
    expect(titleOf(await reader.send(page, { library: '余杭', card: '1001', activation }))).toBe(
      '读者证已添加',
    )
    expect((await reader.open('/realms/ndl/account')).html).toContain('n330110/1001')
  })
})

describe('the account', () => {
  test('is shown to nobody who is not signed in', async () => {
    for (const path of ['', '/password', '/device', '/card'])
      expect(titleOf(await reader.open(`/realms/ndl/account${path}`))).toBe('请先登录')
  })

  test('takes a new password with the present one, and a device with both', async () => {
    const { id } = await made('n33/9')
    await reader.send(await reader.open('/begin'), { library: '浙江', card: '9', password })
    const page = await reader.open('/realms/ndl/account/password')
    const chosen = { chosen: 'own words here', repeat: 'own words here' }
    expect(faultsOn(await reader.send(page, { current: 'wrong', ...chosen }))[0]).toContain('现在的密码不对')
    expect(titleOf(await reader.send(page, { current: password, ...chosen }))).toBe('密码已修改')

    const secretOn = (html: string) => /secret=([A-Z2-7]+)/.exec(html)?.[1] ?? ''
    const device = await reader.open('/realms/ndl/account/device')
    const secret = secretOn(device.html)
    expect(faultsOn(await reader.send(device, { current: 'wrong', code: codeNow(secret) }))).toHaveLength(1)
    // A secret of somebody else's making is not taken.
    expect(
      faultsOn(
        await reader.send(device, { current: 'own words here', code: codeNow(secret), enrolment: 'junk' }),
      ),
    ).toHaveLength(1)
    expect(titleOf(await reader.send(device, { current: 'own words here', code: codeNow(secret) }))).toBe(
      '动态口令已登记',
    )

    // The next device needs the code of this one.
    served.clock.now += 60_000
    const next = await reader.open('/realms/ndl/account/device')
    const fields = { current: 'own words here', code: codeNow(secretOn(next.html)) }
    expect(faultsOn(await reader.send(next, fields))).toEqual(['请填动态口令。'])
    expect(faultsOn(await reader.send(next, { ...fields, previous: '000000' }))).toHaveLength(1)
    expect(titleOf(await reader.send(next, { ...fields, previous: codeNow(secret) }))).toBe('动态口令已登记')
    expect(await served.people.checkCode(id, codeNow(secret), 'x')).toBe(false)
  })
})

test('sheet, script and names are kept for good under their hash, packed, and exist nowhere else', async () => {
  const { html } = await reader.open('/begin')
  const paths = [/href="([^"]*\.css)"/, /src="([^"]*\.js)"/, /data-list="([^"]*)"/].map(
    (link) => link.exec(html)?.[1] ?? '',
  )
  for (const path of paths) {
    const answer = await fetch(served.origin + path)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ])
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect((await answer.text()).length).toBeGreaterThan(100)
  }
  const other = await fetch(`${served.origin}/realms/ndl/resources/libraries.json?v=old`)
  expect(other.headers.get('cache-control')).toBe('no-cache')
  expect((await fetch(`${served.origin}/realms/ndl/resources/../login.css`)).status).toBe(404)
})

test('a page is small: a slow line has it at once', async () => {
  const { html } = await reader.open('/begin')
  expect(Buffer.byteLength(html)).toBeLessThan(8_000)
})

test('a reader who leaves in the midst of a form harms nothing', async () => {
  await reader.open('/begin')
  await new Promise<void>((resolve) => {
    const { port } = new URL(served.origin)
    const sent = ask({
      port,
      method: 'POST',
      path: '/realms/ndl/login-actions/authenticate',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '5000' },
    })
    sent.on('error', () => resolve())
    sent.write('card=1', () => sent.destroy())
    sent.on('close', () => resolve())
  })
  expect(titleOf(await reader.open('/begin'))).toBe('读者登录')
  served.errors.length = 0
})
