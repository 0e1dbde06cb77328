// What a library types as its host: games with names, twins of ours, and what nobody can have.
import { domainToASCII } from 'node:url'
import { expect, test } from 'vitest'
import { hostsOf, readHost } from './host.ts'

const ours = hostsOf([
  'https://www.nlib.gov.cn',
  'https://console.nlib.gov.cn',
  'https://shuxiang-sites.cn',
  'https://id.nlib.gov.cn:8443',
  'http://127.0.0.1:8081',
  'http://[::1]:8081',
])
const read = (text: string): string => {
  const found = readHost(text, ours)
  return 'host' in found ? found.host : found.fault
}

test.each([
  ['lib.hangzhou.gov.cn', 'lib.hangzhou.gov.cn'],
  ['LIB.Hangzhou.GOV.cn', 'lib.hangzhou.gov.cn'],
  ['图书馆.中国', domainToASCII('图书馆.中国')],
  ['ｌｉｂ。hz.gov.cn', 'lib.hz.gov.cn'],
  ['杭州lib.cn', domainToASCII('杭州lib.cn')],
  ['библиотека.рф', domainToASCII('библиотека.рф')],
])('%s is %s', (text, host) => {
  expect(read(text)).toBe(host)
})

test.each([
  ['', 'no-host'],
  ['library', 'no-host'],
  ['127.0.0.1', 'no-host'],
  ['１２７.0.0.1', 'no-host'],
  ['0x7f.1', 'no-host'],
  ['2130706433', 'no-host'],
  ['[::1]', 'no-host'],
  ['lib.hz.cn:8080', 'no-host'],
  ['lib.hz.cn.', 'no-host'],
  ['lib.hz.cn。', 'no-host'],
  ['https://lib.hz.cn', 'no-host'],
  ['lib.hz.cn/x', 'no-host'],
  ['a@lib.hz.cn', 'no-host'],
  ['*.hz.cn', 'no-host'],
  ['_shuxiang.hz.cn', 'no-host'],
  ['-lib.hz.cn', 'no-host'],
  ['lib..hz.cn', 'no-host'],
  ['lib.hz.cn evil.cn', 'no-host'],
  [`${'a'.repeat(64)}.cn`, 'no-host'],
  [`${'a.'.repeat(130)}cn`, 'no-host'],
  ['www.nlib.gov.cn', 'our-host'],
  ['n33.www.nlib.gov.cn', 'our-host'],
  ['nlib.gov.cn', 'our-host'],
  ['n33.shuxiang-sites.cn', 'our-host'],
  ['a.id.nlib.gov.cn', 'our-host'],
  ['gov.cn', 'our-host'],
  ['com.cn', 'public-suffix'],
  ['zj.cn', 'public-suffix'],
  ['公司.cn', 'public-suffix'],
  ['co.uk', 'public-suffix'],
  // Of two scripts, and of one that looks like Latin letters.
  ['nlіb.cn', 'look-alike'],
  ['nlib.com', 'look-alike'],
  ['n1ib.gov.cn', 'look-alike'],
  ['shuxiang-5ites.cn', 'look-alike'],
  ['shuxіang-sites.com', 'look-alike'],
  [domainToASCII('nlіb.cn'), 'look-alike'],
])('%s is refused: %s', (text, fault) => {
  expect(read(text)).toBe(fault)
})
