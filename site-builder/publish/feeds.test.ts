/** Notices as Atom and events as a calendar: what readers subscribe to, whatever a library writes. */
import { LibraryEvents, LibraryNotices } from '../blocks/operations.generated.ts'
import { describe, expect, it } from 'vitest'
import { openSiteForPublishing } from './site.ts'
import { countyTemplateSite } from './testing/county-site.ts'

const zh = (text: string) => [{ language: 'zh-CN', text }]
const now = new Date('2026-11-22T04:00:00Z')
const site = countyTemplateSite(now)
const notice = (title: string, more: object = {}) => ({
  ...{ id: 'n330110:a', title: zh(title), text: zh('自助借还机今日停用。'), urgent: false, pinned: false },
  ...{ from: '2026-11-20', link: '/notices', changedAt: '2026-11-10T01:02:03.456Z', ...more },
})
const event = (title: string, more: object = {}) => ({
  ...{ key: 'tea', title: zh(title), text: zh('讲座；免费，请早到\n座位有限'), begins: '2026-12-05T14:00' },
  ...{
    ends: '2026-12-05T16:00',
    place: zh('二楼报告厅'),
    link: 'https://example.org/a',
    audience: [],
    state: 'PLANNED',
    changedAt: '2026-11-10T01:02:03.456Z',
  },
  ...more,
})

function filesOf(notices: readonly object[], events: readonly object[], inputs = site) {
  const opened = openSiteForPublishing(inputs)
  const answers = new Map(
    opened.queries.map(({ key, operation }) => [
      key,
      operation === LibraryNotices.name
        ? { here: { notices } }
        : operation === LibraryEvents.name
          ? { here: { name: '余杭区图书馆', events } }
          : null,
    ]),
  )
  const { files } = opened.draw(answers)
  const of = (path: string) => files.find((file) => file.path === path)
  return { atom: of('/notices.atom'), ics: of('/events.ics'), home: of('/'), files }
}

/** Lines as a reader of calendars joins them again. */
const unfolded = (text: string): readonly string[] => text.replaceAll('\r\n ', '').split('\r\n')

describe('notices as Atom', () => {
  it('are told with their day and where more is, and announced on every page', () => {
    const { atom, files } = filesOf([notice('设备检修')], [])
    expect(atom?.type).toBe('application/atom+xml; charset=utf-8')
    expect(atom?.text).toContain('<title>设备检修</title>')
    expect(atom?.text).toContain('<published>2026-11-20T00:00:00+08:00</published>')
    // Written before its first day, it is new on that day.
    expect(atom?.text).toContain('<updated>2026-11-19T16:00:00Z</updated>')
    expect(atom?.text).toContain('<link href="http://n330110.sites.test/notices"/>')
    for (const { text } of files.filter(({ path, language }) => language !== null && path !== '*'))
      expect(text).toContain('type="application/atom+xml" href="http://n330110.sites.test/notices.atom"')
  })

  it('are words, whatever stands in them', () => {
    const { atom } = filesOf([notice('</title><script>a()</script>&', { link: 'javascript:a()' })], [])
    expect(atom?.text).toContain('<title>&lt;/title&gt;&lt;script&gt;a()&lt;/script&gt;&amp;</title>')
    expect(atom?.text).not.toContain('javascript:')
    expect(atom?.text).not.toContain('<script')
  })

  it('are new again when they are changed', () => {
    const { atom } = filesOf([notice('改期', { changedAt: '2026-11-21T08:00:00.000Z' }), notice('旧的')], [])
    expect(atom?.text.match(/<updated>[^<]+/g)).toEqual([
      '<updated>2026-11-21T08:00:00Z',
      '<updated>2026-11-21T08:00:00Z',
      '<updated>2026-11-19T16:00:00Z',
    ])
  })

  it('are left out where their day is none, and have an id whatever their name is', () => {
    for (const from of ['2026-11-20<script>', '2026-13-01', '2026-02-30'])
      expect(filesOf([notice('无日', { from })], []).atom?.text).not.toContain('无日')
    expect(filesOf([notice('半个字', { id: '\ud800' })], []).atom?.text).toContain('#%EF%BF%BD</id>')
  })

  it('are a feed also while there are none, and the same for the same', () => {
    const { atom } = filesOf([], [])
    expect(atom?.text).toMatch(/<updated>2000-01-01T00:00:00Z<\/updated>[^]*<\/feed>/)
    expect(filesOf([], []).atom).toEqual(atom)
  })
})

describe('events as a calendar', () => {
  it('have their times in China, their place and their state', () => {
    const { ics } = filesOf([], [event('茶会'), event('取消的', { key: 'x', state: 'CANCELLED' })])
    expect(ics?.type).toBe('text/calendar; charset=utf-8')
    const lines = unfolded(ics?.text ?? '')
    expect(lines).toEqual(
      expect.arrayContaining([
        'UID:tea@n330110',
        'DTSTAMP:20261110T010203Z',
        'LAST-MODIFIED:20261110T010203Z',
        'DTSTART;TZID=Asia/Shanghai:20261205T140000',
        'DTEND;TZID=Asia/Shanghai:20261205T160000',
        'SUMMARY:茶会',
        'DESCRIPTION:讲座；免费，请早到\\n座位有限',
        'LOCATION:余杭区图书馆 二楼报告厅',
        'STATUS:CANCELLED',
      ]),
    )
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2)
  })

  it('have no line that is longer than 75 bytes, none cut within a character, none that a text ends', () => {
    const hostile = 'x\r\nEND:VEVENT\r\nBEGIN:VALARM,;\\'
    const { ics } = filesOf([], [event(`${'很长的题目'.repeat(30)}${hostile}`)])
    const text = ics?.text ?? ''
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text).not.toContain('\ufffd')
    expect(unfolded(text)).toContain(
      `SUMMARY:${'很长的题目'.repeat(30)}x\\nEND:VEVENT\\nBEGIN:VALARM\\,\\;\\\\`,
    )
    expect(unfolded(text).filter((line) => line === 'END:VEVENT')).toHaveLength(1)
  })

  it('leave out what has no time, and what ends before it begins', () => {
    for (const odd of [
      { begins: 'soon' },
      { begins: '2026-12-05T25:00' },
      { begins: '2026-02-30T10:00', ends: '2026-02-30T11:00' },
      { ends: '2026-12-05T14:00' },
      { ends: '2026-12-05T13:00' },
    ])
      expect(filesOf([], [event('无时', odd)]).ics?.text).not.toContain('VEVENT')
  })

  it('are a calendar also while there are none', () => {
    const lines = unfolded(filesOf([], []).ics?.text ?? '')
    expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0'])
    // A calendar has one component at least (RFC 5545, 3.6).
    expect(lines).toContain('BEGIN:VTIMEZONE')
  })
})

it('a site without such blocks has neither', () => {
  const page = site.pages.get('/about')
  const { atom, ics } = filesOf([], [], { ...site, pages: new Map(page ? [['/', page]] : []) })
  expect([atom, ics]).toEqual([undefined, undefined])
})
