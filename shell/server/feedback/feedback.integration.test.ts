/** Letters to a library, as a form sends them: what arrives, what comes back, and who is not listened to. */
import { GqlUnavailable } from '@shuxiang/sdk/contract'
import { request } from 'undici'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startFixtureShell, type FixtureShell } from '../testing/fixture-shell.ts'
import { networkOf } from '@shuxiang/process/asking-address'

let shell: FixtureShell
let clock = 0
let sent: { readonly key: string; readonly message: Record<string, unknown> }[] = []
let full = false

beforeAll(async () => {
  shell = await startFixtureShell({}, ['calm'], { now: () => clock })
  const site = {
    id: 'n33',
    names: [{ language: 'zh-CN', text: '浙江图书馆' }],
    seal: '浙江',
    filings: { icp: '', publicSecurity: '' },
    theme: 'national',
    languages: ['zh-CN', 'en'],
    menu: [],
    paths: ['/'],
    release: null,
    edge: { emergencies: [], grey: false, takenDown: [] },
  }
  shell.answers.set('BranchSite', async () => ({
    data: { siteAt: { origin: 'http://n33.sites.test', site } },
    errors: [],
  }))
})
afterAll(() => shell.close())
beforeEach(() => {
  clock += 60 * 60_000
  sent = []
  full = false
  shell.answers.set('SendFeedback', async (variables) => {
    sent.push(variables as never)
    return full
      ? { data: null, errors: [{ message: 'x', path: [], code: 'BAD_USER_INPUT', reason: 'full' }] }
      : { data: { sendFeedback: { reference: 'ABC234' } }, errors: [] }
  })
})

const letter = {
  kind: 'COMPLAINT',
  text: '阅览室空调太冷',
  contact: '13800000000',
  website: '',
  page: '/visit',
}
async function post(
  form: Record<string, string> = letter,
  headers: Record<string, string> = {},
  host = 'n33.sites.test',
) {
  const answer = await request(`${shell.origin}/_feedback`, {
    method: 'POST',
    headers: { host, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(form).toString(),
  })
  return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() }
}
async function get(path: string, host = 'n33.sites.test') {
  const answer = await request(`${shell.origin}${path}`, { headers: { host } })
  return { status: answer.statusCode, text: await answer.body.text() }
}

it('a letter is sent to the library of the site, and its reader is led to its reference', async () => {
  shell.asked.length = 0
  const { status, headers } = await post()
  expect([status, headers['location']]).toEqual([303, '/_feedback?sent=ABC234'])
  expect(shell.asked.filter(({ name }) => name === 'SendFeedback')).toEqual([
    { name: 'SendFeedback', tenant: 'n33' },
  ])
  const { kind, text, contact, page } = letter
  expect(sent.map(({ message }) => message)).toEqual([{ kind, text, contact, page }])
  const { text: thanks } = await get('/_feedback?sent=ABC234')
  expect(thanks).toContain('ABC234')
  expect(thanks).toContain('浙江图书馆')
  expect((await get('/_feedback?sent=%3Cscript%3E')).text).toContain('<textarea')
})

it('pressed twice it is one letter, and another text is another', async () => {
  await post()
  await post()
  await post({ ...letter, text: '还是太冷' })
  const [one, two, three] = sent.map(({ key }) => key)
  expect(two).toBe(one)
  expect(three).not.toBe(one)
})

it.each([
  ['nothing written', { ...letter, text: ' \r\n ' }, 422, '还没有写内容'],
  ['too much', { ...letter, text: '冷'.repeat(2001) }, 422, '内容太长了'],
])('with %s it comes back as it was typed, and says what to do', async (_what, form, expected, sentence) => {
  const { status, text } = await post(form)
  expect(status).toBe(expected)
  expect(text).toContain(sentence)
  expect(text).toContain('aria-invalid')
  expect(text).toContain('value="13800000000"')
  expect(text).toMatch(/value="COMPLAINT"\s+checked/)
  expect(text).toContain('value="/visit"')
  expect(sent).toEqual([])
})

it('what is typed stays text', async () => {
  full = true
  const { text } = await post({ ...letter, text: '</textarea><script>a()</script>', contact: '"><b>' })
  expect(text).toContain('&lt;/textarea&gt;&lt;script&gt;')
  expect(text).not.toContain('<script>a()')
  expect(text).not.toContain('"><b>')
})

it('where it cannot be kept nothing typed is lost', async () => {
  full = true
  const refused = await post()
  expect([
    refused.status,
    refused.text.includes('今天收到的太多'),
    refused.text.includes(letter.text),
  ]).toEqual([503, true, true])
  shell.answers.set('SendFeedback', async () => {
    throw new GqlUnavailable('away', true)
  })
  const away = await post()
  expect([away.status, away.text.includes('现在没能送到'), away.text.includes(letter.text)]).toEqual([
    503,
    true,
    true,
  ])
})

it('a form of another site is refused, by whatever way a browser tells', async () => {
  expect((await post(letter, { origin: 'http://evil.example' })).status).toBe(403)
  expect((await post(letter, { origin: 'null' })).status).toBe(403)
  expect((await post(letter, { 'sec-fetch-site': 'same-site' })).status).toBe(403)
  expect(
    (await post(letter, { origin: 'http://n33.sites.test', 'sec-fetch-site': 'same-origin' })).status,
  ).toBe(303)
  expect(sent).toHaveLength(1)
})

it('a robot is told what people are told, and is not listened to', async () => {
  const { status, headers } = await post({ ...letter, website: 'http://buy.example' })
  expect(status).toBe(303)
  expect((await get(String(headers['location']))).text).toContain('已经收到')
  expect(sent).toEqual([])
})

it('one network can write so often, and then the letter waits with its writer', async () => {
  for (let n = 0; n < 20; n++) await post({ ...letter, text: `第 ${n} 次` })
  const { status, text } = await post({ ...letter, text: '又一次' })
  expect([status, text.includes('十分钟'), text.includes('又一次')]).toEqual([429, true, true])
  expect(sent).toHaveLength(20)
  clock += 10 * 60_000 + 1
  expect((await post({ ...letter, text: '又一次' })).status).toBe(303)
})

it('a form that is too large, another method and the portal are refused', async () => {
  expect((await post({ ...letter, text: 'x'.repeat(30_000) })).status).toBe(413)
  expect((await get('/_feedback', 'portal.test')).status).toBe(404)
  expect((await post(letter, {}, 'portal.test')).status).toBe(404)
  expect(sent).toEqual([])
})

it('networks are told apart as they are given out', () => {
  expect(networkOf('203.0.113.9')).toBe('203.0.113.9')
  expect(networkOf('::ffff:203.0.113.9')).toBe('203.0.113.9')
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2::9'))
  expect(networkOf('2001:db8:1:3::9')).not.toBe(networkOf('2001:db8:1:2::9'))
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0')
})
