import { siteFrame } from '@shuxiang/site-publish/frame'
import { expect, test } from 'vitest'
import { site } from '../testing/pages.ts'
import { framedSite } from './framed-site.ts'

test('the languages of a site stand in the order of its published pages: its main one first', () => {
  const framed = framedSite({ ...site, languages: ['en', 'zh-CN', 'tlh'] }, 'https://lib.example')
  expect(framed.languages).toEqual(['en', 'zh-CN'])
  expect(siteFrame(framed, '/about', 'en').masthead).toContain('浙江图书馆')
})

test('a site in no language that is known here is drawn in all of them', () => {
  expect(framedSite({ ...site, languages: [] }, 'https://lib.example').languages).toEqual(['zh-CN', 'en'])
})
