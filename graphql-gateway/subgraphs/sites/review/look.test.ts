import { expect, it } from 'vitest'
import { differenceOf, hashOfLook, lookOf, publishedLook, type LookedPage } from './look.ts'

const page = (more: Partial<LookedPage> = {}): LookedPage => ({
  ...{ page: 'p1', path: '/', document: 'd1', formerPaths: [] },
  ...more,
})
const site = {
  ...{ names: { 'zh-CN': '馆' }, seal: '馆', theme: 'national' },
  menu: [{ path: '/', words: { 'zh-CN': '首页' } }],
}
const about = page({ page: 'p2', path: '/about' })

it('has a hash for its contents and its site, whatever is said that stood there unsaid, in whatever order', async () => {
  const look = await lookOf(site, [page(), about])
  const hash = await hashOfLook('n33', look)
  const said = { ...site, logo: '', languages: ['zh-CN', 'en'], filings: { publicSecurity: '', icp: '' } }
  expect(await hashOfLook('n33', await lookOf({ ...said, reviewSteps: 1 }, [about, page()]))).toBe(hash)
  expect(await hashOfLook('n44', look)).not.toBe(hash)
  for (const [facts, pages] of [
    [{ ...site, reviewSteps: 2 as const }, [page(), about]],
    [{ ...site, seal: '书' }, [page(), about]],
    [{ ...site, logo: 'some-picture' }, [page(), about]],
    [site, [page()]],
    [site, [page({ document: 'd2' }), about]],
    [site, [page(), page({ ...about, formerPaths: ['/us'] })]],
  ] as const)
    expect(await hashOfLook('n33', await lookOf(facts, pages))).not.toBe(hash)
})

it('tells what is other: pages by their address now, those that are gone by the last, and the site', async () => {
  const before = await lookOf(site, [page(), about])
  expect(differenceOf(before, await lookOf(site, [page(), about]))).toBeNull()
  expect(
    differenceOf(
      before,
      await lookOf({ ...site, seal: '书' }, [page({ document: 'd2' }), page({ page: 'p3', path: '/new' })]),
    ),
  ).toEqual({ site: true, pages: ['/', '/new', '/about'] })
  expect(
    differenceOf(
      before,
      await lookOf(site, [page(), page({ ...about, path: '/us', formerPaths: ['/about'] })]),
    ),
  ).toEqual({ site: false, pages: ['/us'] })
})

it('knows the pages of a publication of before by their addresses, and its steps by those in force', async () => {
  const { page: _, ...first } = page()
  const published = await publishedLook({ facts: site, pages: [first] }, 2)
  expect(differenceOf(published, await lookOf({ ...site, reviewSteps: 2 }, [page()]))).toBeNull()
  expect(differenceOf(published, await lookOf(site, [page()]))).toEqual({ site: true, pages: [] })
})
