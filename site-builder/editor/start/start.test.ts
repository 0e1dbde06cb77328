// Contact, filing numbers and the law, the order of the steps, and what is kept on a device.
import { describe, expect, it } from 'vitest'
import { contactFaults, contactForm, contactInput, isBlank } from './contact.ts'
import { openKept } from './kept.ts'
import { dutiesOf, findingsLeft, type Finding } from './law.ts'
import { refusalOf } from './refusal.ts'
import { resumed, stepFrom, stepOf, steps } from './steps.ts'

const words = (text: string) => [{ language: 'zh-CN', text }]
const contact = {
  address: [...words('旧址'), { language: 'en', text: 'Old place' }],
  postalCode: '321000',
  telephones: [
    { name: words('总服务台'), number: '0579-1234567' },
    { name: words('少儿部'), number: '0579-7654321' },
  ],
  email: null,
  wechat: 'jhlib',
  directions: words('乘 1 路'),
  access: [],
  complaints: { telephone: null, email: 'c@example.cn', text: [] },
}

describe('contact', () => {
  it('keeps what it does not ask for', () => {
    const form = { ...contactForm(contact), address: '新址', telephone: '0579-1111111', complaints: '12345' }
    expect(contactInput(form, contact)).toEqual({
      ...contact,
      address: [...words('新址'), { language: 'en', text: 'Old place' }],
      telephones: [{ name: words('总服务台'), number: '0579-1111111' }, contact.telephones[1]],
      complaints: { ...contact.complaints, telephone: '12345' },
    })
  })
  it('says which lines cannot be stored; an empty one can', () => {
    const empty = contactForm(null)
    expect(isBlank(empty)).toBe(true)
    expect(contactFaults(empty)).toEqual([])
    expect(contactFaults({ ...empty, telephone: 'abc', email: 'a@b', complaints: '12345' })).toEqual([
      'telephone',
      'email',
    ])
  })
})

describe('what the law still asks', () => {
  const told = { hours: true, contact: false, complaints: null, lending: false, filings: false }
  it('has what is missing first, each with its article and a way; nothing of what nobody here may see', () => {
    const lines = dutiesOf(told, 'n33')
    expect(lines.map(({ duty }) => duty)).toEqual(['contact', 'lending', 'filings', 'hours'])
    expect(lines[0]?.to).toBe('/console/edit/n33/start?step=contact')
    expect(lines[1]?.to).toBe('/console/visiting?library=n33&part=rules')
    expect(lines.every(({ article }) => article['zh-CN'].startsWith('《'))).toBe(true)
  })
  it('tells findings beside that, what blocks first, with the way to their block', () => {
    const finding = (rule: string, blocking = false, block: string | null = null): Finding => ({
      ...{ rule, blocking, block, field: null, words: words(rule) },
      page: block || rule === 'languages' ? '/visit' : null,
    })
    const lines = findingsLeft(
      [
        finding('languages'),
        finding('filing-number'),
        finding('opening-hours', true),
        finding('alt-text', true, 'a'),
      ],
      'n33',
    )
    expect(lines.map((line) => line.finding.rule)).toEqual(['opening-hours', 'alt-text', 'languages'])
    expect(lines[1]?.to).toBe('/console/edit/n33?path=%2Fvisit&block=a')
    expect(lines[0]?.article?.en).toContain('article 38')
  })
})

describe('the steps', () => {
  it('follow each other, with an end at both ends', () => {
    expect(stepFrom('template', -1)).toBeNull()
    expect(stepFrom('publish', 1)).toBeNull()
    expect(steps.slice(1).map((step) => stepFrom(step, -1))).toEqual(steps.slice(0, -1))
    expect(stepOf('hours')).toBe('hours')
    expect(stepOf('toString')).toBeNull()
  })
  it('go on where somebody was, and begin with the template while there is no site', () => {
    expect(resumed('hours', true)).toBe('hours')
    expect(resumed('hours', false)).toBe('template')
    expect(resumed(null, true)).toBe('name')
    expect(resumed('template', true)).toBe('name')
  })
})

describe('what a device keeps', () => {
  const storage = (): Storage => {
    const kept = new Map<string, string>()
    return {
      length: 0,
      key: () => null,
      clear: () => kept.clear(),
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, text) => void kept.set(key, text),
      removeItem: (key) => void kept.delete(key),
    }
  }
  it('is one reader’s and one library’s', () => {
    const store = storage()
    const kept = openKept('r1', 'n33', () => store)
    kept.setStep('contact')
    kept.keep('contact', { address: '一' })
    expect(openKept('r1', 'n33', () => store).typed('contact')).toEqual({ address: '一' })
    expect(openKept('r1', 'n33', () => store).step()).toBe('contact')
    expect(openKept('r2', 'n33', () => store).typed('contact')).toBeNull()
    expect(openKept('r1', 'n34', () => store).step()).toBeNull()
    kept.forget('contact')
    expect(kept.typed('contact')).toBeNull()
  })
  it('may be nothing', () => {
    const kept = openKept('r1', 'n33', () => {
      throw new Error('refused')
    })
    kept.setStep('hours')
    kept.keep('hours', {})
    expect(kept.step()).toBeNull()
    expect(kept.typed('hours')).toBeNull()
  })
})

it('a refusal has words by its reason first, then by its code', () => {
  const error = { message: '', path: [] }
  expect(refusalOf({ ...error, code: 'CONFLICT', reason: 'changed' })).toBe('changed')
  expect(refusalOf({ ...error, code: 'FORBIDDEN' })).toBe('forbidden')
  expect(refusalOf({ ...error, code: 'STRANGE' })).toBe('away')
})
