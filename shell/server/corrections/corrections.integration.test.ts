/** Reports of errors in texts, as a form sends them: what arrives, what comes back, and who is not listened to. */
import { GqlUnavailable } from '@shuxiang/sdk/contract'
import { isSealed } from '@shuxiang/process/letter-seal'
import { request } from 'undici'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startFixtureShell, type FixtureShell } from '../testing/fixture-shell.ts'

let shell: FixtureShell
let clock = 0
let sent: { readonly key: string; readonly correction: Record<string, unknown> }[] = []
let refused: string | null = null

const poem = {
  ...{ id: 'p1', title: '静夜思', language: 'lzh-Hans', source: { name: 'chinese-poetry' }, withdrawn: null },
  text: [
    { text: '床前明月光，疑是地上霜。', kind: 'verse' },
    { text: '<b>举头</b>望明月，低头思故乡。', kind: 'verse' },
  ],
  chapters: [],
  chapter: null,
}
const work = {
  ...poem,
  ...{ id: 'lunyu', title: '论语', text: null, chapters: [1, 2].map((n) => ({ n, title: `第${n}篇` })) },
  chapter: { paragraphs: Array.from({ length: 700 }, (_, k) => ({ text: `第${k + 1}段。`, kind: 'prose' })) },
}
const records: Readonly<Record<string, object | null>> = {
  p1: poem,
  lunyu: work,
  gone: { ...poem, id: 'gone', withdrawn: { at: '2026-01-01' } },
}

beforeAll(async () => {
  shell = await startFixtureShell({}, ['calm'], { now: () => clock })
  shell.answers.set('CorrectableText', async (variables) => {
    const { id } = variables as { readonly id: string }
    if (id === 'away') throw new GqlUnavailable('away', true)
    return { data: { record: records[id] ?? null }, errors: [] }
  })
})
afterAll(() => shell.close())
beforeEach(() => {
  clock += 60 * 60_000
  sent = []
  refused = null
  shell.answers.set('SendCorrection', async (variables) => {
    if (refused === 'away') throw new GqlUnavailable('away', true)
    sent.push(variables as never)
    return refused
      ? { data: null, errors: [{ message: 'x', path: [], code: 'BAD_USER_INPUT', reason: refused }] }
      : { data: { sendCorrection: { reference: 'ABC234' } }, errors: [] }
  })
})

const report = {
  wrong: '“疑”误作“凝”',
  should: '疑是地上霜。',
  source: '《全唐诗》卷165',
  contact: 'a@b.cn',
  website: '',
}
const at = '/item/p1/correct?line=v2'
async function post(form: Record<string, string> = report, headers: Record<string, string> = {}, path = at) {
  const answer = await request(`${shell.origin}${path}`, {
    method: 'POST',
    headers: { host: 'portal.test', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(form).toString(),
  })
  return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() }
}
async function get(path: string) {
  const answer = await request(`${shell.origin}${path}`, { headers: { host: 'portal.test' } })
  return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() }
}

it('without a line the lines are there to choose from, each a link, as text', async () => {
  const { status, text, headers } = await get('/item/p1/correct')
  expect([status, headers['cache-control']]).toEqual([200, 'no-store'])
  expect(text).toContain('href="/item/p1/correct?line=v2"')
  expect(text).toContain('疑是地上霜。')
  expect(text).toContain('&lt;b&gt;举头')
  expect(text).toContain('<meta name="robots" content="noindex">')
  // A line that is not there is chosen once more.
  expect((await get('/item/p1/correct?line=v9')).text).toContain('错误在哪一句')
})

it('of a work a chapter is chosen first, and of a long one lines come in pieces', async () => {
  expect((await get('/item/lunyu/correct')).text).toContain('href="/item/lunyu/correct?part=2"')
  const { text } = await get('/item/lunyu/correct?part=2')
  expect(text.match(/<li><a class="tap"/g)).toHaveLength(300)
  expect(text).toContain('href="/item/lunyu/correct?part=2&amp;from=300"')
  const last = (await get('/item/lunyu/correct?part=2&from=600')).text
  expect(last).toContain('第700段。')
  expect(last).not.toContain('from=900')
})

it('a report is sent with its line, sealed, and its writer is told what becomes of it', async () => {
  const { status, headers } = await post()
  expect([status, headers['location']]).toEqual([303, '/item/p1/correct?sent=ABC234'])
  const { wrong, should, source, contact } = report
  expect(sent.map(({ correction }) => correction)).toEqual([
    { record: 'p1', part: null, line: 'v2', wrong, should, source, contact },
  ])
  expect(isSealed('a secret of this test', 'portal', sent[0]?.key ?? '')).toBe(true)
  const { text } = await get('/item/p1/correct?sent=ABC234')
  expect(text).toContain('ABC234')
  expect(text).toContain('“chinese-poetry”')
  expect(text).toContain('重新导入')
  expect((await get('/item/p1/correct?sent=%3Cscript%3E')).text).toContain('错误在哪一句')
})

it('pressed twice it is one report, and other words or another line are another', async () => {
  await post()
  await post()
  await post({ ...report, wrong: '还有一字' })
  await post(report, {}, '/item/p1/correct?line=v3')
  const keys = sent.map(({ key }) => key)
  expect(keys[1]).toBe(keys[0])
  expect(new Set(keys).size).toBe(3)
})

it.each([
  ['nothing written', { ...report, wrong: ' \r\n ' }, 422, '还没有写哪里错了'],
  ['too much', { ...report, wrong: '错'.repeat(501) }, 422, '内容太长了'],
])('with %s it comes back as it was typed, and says what to do', async (_what, form, expected, sentence) => {
  const { status, text } = await post(form)
  expect(status).toBe(expected)
  expect(text).toContain(sentence)
  expect(text).toContain('aria-invalid')
  expect(text).toContain('value="a@b.cn"')
  expect(text).toContain('value="《全唐诗》卷165"')
  expect(sent).toEqual([])
})

it.each([
  ['full', 503, '今天收到的太多'],
  ['gone', 422, '现在找不到了'],
  ['away', 503, '现在没能送到'],
])('where it is refused (%s) nothing typed is lost', async (reason, expected, sentence) => {
  refused = reason
  const { status, text } = await post()
  expect([status, text.includes(sentence), text.includes(report.wrong)]).toEqual([expected, true, true])
})

it('where the text cannot be had, what was typed comes back too', async () => {
  const { status, text } = await post(report, {}, '/item/away/correct?line=v2')
  expect([status, text.includes(report.wrong)]).toEqual([503, true])
  expect((await get('/item/away/correct')).status).toBe(503)
})

it('what is typed stays text', async () => {
  refused = 'full'
  const { text } = await post({ ...report, wrong: '</textarea><script>a()</script>', should: '"><b>' })
  expect(text).toContain('&lt;/textarea&gt;&lt;script&gt;')
  expect(text).not.toContain('<script>a()')
  expect(text).not.toContain('"><b>')
})

it('a form of another site is refused, by whatever way a browser tells', async () => {
  for (const headers of [
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://portal.test' },
  ] as Record<string, string>[])
    expect((await post(report, headers)).status).toBe(403)
  expect((await post(report, { origin: 'http://portal.test', 'sec-fetch-site': 'same-origin' })).status).toBe(
    303,
  )
  expect(sent).toHaveLength(1)
})

it('a robot is told what people are told, and is not listened to', async () => {
  const { status, headers } = await post({ ...report, website: 'http://buy.example' })
  expect(status).toBe(303)
  expect((await get(String(headers['location']))).text).toContain('已经收到')
  expect(sent).toEqual([])
})

it('one network can report so often, and then the report waits with its writer', async () => {
  for (let n = 0; n < 20; n++) await post({ ...report, wrong: `第 ${n} 处` })
  const { status, text } = await post({ ...report, wrong: '又一处' })
  expect([status, text.includes('十分钟'), text.includes('又一处')]).toEqual([429, true, true])
  expect(sent).toHaveLength(20)
  clock += 10 * 60_000 + 1
  expect((await post({ ...report, wrong: '又一处' })).status).toBe(303)
})

it.each(['/item/none/correct', '/item/gone/correct', '/item/p1/correct?part=x', '/item/p1/correct?part=0'])(
  '%s is no page',
  async (path) => {
    expect((await get(path)).status).toBe(404)
  },
)

it('what is too large, and a report of no line, are refused', async () => {
  expect((await post({ ...report, wrong: 'x'.repeat(30_000) })).status).toBe(413)
  expect((await post(report, {}, '/item/p1/correct')).status).toBe(404)
  expect((await post(report, {}, '/item/p1/correct?line=%22%3E')).status).toBe(404)
  expect(sent).toEqual([])
})
