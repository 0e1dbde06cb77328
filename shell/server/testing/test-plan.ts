/** A plan of one release, for tests that need no build. */
import type { Release } from '@shuxiang/vite/release'
import type { Plan } from '../releases/live-plan.ts'

const facts = (integrity: string) => ({ integrity, bytes: 1, gzip: 1 })

export function testRelease(change: Partial<Release> = {}): Release {
  return {
    schema: 'shuxiang.release/2',
    name: 'search',
    version: '1',
    contract: 1,
    label: { 'zh-CN': '检索', en: 'Search' },
    criticality: 'primary',
    signIn: 'reader',
    deadlineMs: 400,
    pages: [],
    nav: [],
    extensions: [],
    policy: {},
    sitemap: [],
    robots: { disallow: [], allow: [] },
    enhancements: [],
    frames: [],
    browser: {
      entry: 'e.1.js',
      css: ['s.css'],
      preload: [],
      messages: {},
      files: { 'e.1.js': facts('sha384-e'), 's.css': facts('sha384-s') },
    },
    server: null,
    ...change,
  }
}

export function testPlan(...changes: readonly Partial<Release>[]): Plan {
  return {
    shared: {
      schema: 'shuxiang.bundle/1',
      imports: { vue: 'vue.1.js' },
      files: { 'vue.1.js': facts('sha384-vue') },
    },
    runtime: {
      schema: 'shuxiang.bundle/1',
      imports: { '@shuxiang/runtime': 'runtime.1.js' },
      files: { 'runtime.1.js': facts('sha384-run') },
    },
    themes: new Map([['national', { href: '/_assets/theme/national.css', integrity: 'sha384-x' }]]),
    operations: new Map(),
    releases: changes.map((change) => {
      const release = testRelease(change)
      return { folder: '/nowhere', base: `/_assets/releases/${release.name}/1`, release }
    }),
  }
}
