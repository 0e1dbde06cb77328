import { describe, expect, it } from 'vitest'
import { authoredSchema, bundleSchema, parseJson, releaseSchema } from './release.ts'

const authored = { name: 'search', contract: 1, pages: [{ path: '/search' }] }

describe('microfrontend.json', () => {
  it('needs a name, a contract and pages; the rest has defaults', () => {
    expect(parseJson(authoredSchema, JSON.stringify(authored), 'm.json')).toMatchObject({
      browser: 'browser.ts',
      server: 'server.ts',
      deadlineMs: 400,
      pages: [{ path: '/search', status: 'rendered', preload: [] }],
    })
  })
  it.each([
    ['another contract', { contract: 2 }],
    ['a name that is a path', { name: '../x' }],
    ['a module outside of the package', { browser: '../../shell/server/main.ts' }],
    ['a page on another host', { pages: [{ path: '//evil.example' }].concat([{ path: 'search' }]) }],
    ['a slot without a version', { slots: [{ id: 'search.box', module: 'a.ts' }] }],
    ['an unknown key', { budget: 1 }],
    ['a deadline without end', { deadlineMs: 60_000 }],
  ])('is refused with %s, naming the file', (_name, change) => {
    expect(() => parseJson(authoredSchema, JSON.stringify({ ...authored, ...change }), 'm.json')).toThrow(
      /^m\.json does not fit/,
    )
  })
  it('that is no JSON is refused by name', () => {
    expect(() => parseJson(authoredSchema, '{', 'm.json')).toThrow(/^m\.json is not JSON/)
  })
})

describe('built files', () => {
  const facts = { integrity: `sha384-${'A'.repeat(64)}`, bytes: 1, gzip: 1 }
  it.each(['../a.js', 'a/../../b.js', '/etc/passwd', '.hidden', 'a\\b.js', 'a//b.js', ''])(
    'never leave their folder: "%s"',
    (file) => {
      expect(
        bundleSchema.safeParse({ schema: 'shuxiang.bundle/1', imports: {}, files: { [file]: facts } })
          .success,
      ).toBe(false)
      expect(
        bundleSchema.safeParse({ schema: 'shuxiang.bundle/1', imports: { x: file }, files: {} }).success,
      ).toBe(false)
    },
  )
  it('carry a whole hash', () => {
    const files = { 'a.js': { ...facts, integrity: 'sha384-short' } }
    expect(bundleSchema.safeParse({ schema: 'shuxiang.bundle/1', imports: {}, files }).success).toBe(false)
  })
  it('a release without its schema is no release', () => {
    expect(releaseSchema.safeParse({ name: 'x' }).success).toBe(false)
  })
})
