// Names, passwords, codes and sealing, each by itself.
import { mkdtemp, chmod, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, test } from 'vitest'
import { foldName, isCard, isName } from './names.ts'
import { passwordFault } from './password-rules.ts'
import { createPasswords, deriveKey } from './passwords.ts'
import { BadSealKey, createSealing, openSealing } from './sealing.ts'
import { codeOf, drawSecret, fromBase32, otpauth, stepAt, stepOf, toBase32 } from './totp.ts'

describe('a typed name', () => {
  it.each([
    ['ｎ３３０１１０／１００１', 'n330110/1001'],
    [' N330110/ 10 01 ', 'n330110/1001'],
    ['n33/ab—12', 'n33/ab-12'],
    ['12345678901X', '12345678901x'],
    ['10\u200b01', '1001'],
  ])('%s is folded to %s', (typed, folded) => expect(foldName(typed)).toBe(folded))

  it.each([
    'n330110/1оо1',
    'n33/аdmin-1',
    'n33/1001\u0301',
    'n33/10/01',
    '/1001',
    'n33/',
    'n33/用户',
    'n33/\u202e1001',
    'ñ33/1001',
  ])('%s, which only looks like one, is none', (typed) => expect(isName(foldName(typed))).toBe(false))
  it('of eight thousand characters is none', () => {
    expect(isName(`n33/${'1'.repeat(8000)}`)).toBe(false)
    expect(isCard('1'.repeat(8000))).toBe(false)
    expect(isCard('1'.repeat(60))).toBe(true)
  })
})

describe('a new password', () => {
  const names = ['n330110/1001234', 'n33/7']
  it.each([
    ['2short', 'short'],
    ['x'.repeat(257), 'long'],
    ['19850312', 'date'],
    ['1985-03-12', 'date'],
    ['12/03/1985', 'date'],
    ['1985年3月12日', 'date'],
    ['１９８５０３１２', 'date'],
    ['n330110/1001234', 'name'],
    ['my1001234!', 'name'],
    ['password', 'common'],
    ['Woaini1314', 'common'],
    ['88888888', 'common'],
    ['abcabcabc', 'common'],
    ['12345678', 'common'],
    ['abcdefgh', 'common'],
    ['ｑｗｅｒｔｙ１２３', 'common'],
  ])('%s is refused as %s', (password, fault) => expect(passwordFault(password, names)).toBe(fault))
  it.each(['源头活水来自方塘', 'horse battery staple', '半亩方塘 1 鉴开', 'x7 x7 y7 z7', '73920518'])(
    '%s is taken',
    (password) => expect(passwordFault(password, names)).toBe(null),
  )
})

describe('passwords', () => {
  const cheap = { ln: 4, r: 8, p: 1 }
  it('are derived once for a right, a wrong and a missing one', async () => {
    let derived = 0
    const passwords = createPasswords(cheap, (...given) => {
      derived += 1
      return deriveKey(...given)
    })
    const stored = await passwords.store('源头活水')
    for (const [typed, kept, right] of [
      ['源头活水', stored, true],
      ['源头死水', stored, false],
      ['源头活水', null, false],
    ] as const) {
      derived = 0
      expect(await passwords.check(typed, kept)).toBe(right)
      expect(derived).toBe(1)
    }
  })
  it('are the same typed in full width', async () => {
    const passwords = createPasswords(cheap)
    expect(await passwords.check('ａｂｃ１２３４５', await passwords.store('abc12345'))).toBe(true)
  })
  it('keep the cost with which they were stored', async () => {
    const stored = await createPasswords(cheap).store('horse battery')
    expect(await createPasswords({ ln: 5, r: 8, p: 1 }).check('horse battery', stored)).toBe(true)
  })
})

describe('one-time codes', () => {
  // RFC 6238, appendix B, the last six of eight digits.
  const secret = toBase32(Buffer.from('12345678901234567890'))
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1234567890, '005924'],
    [20000000000, '353130'],
  ])('at %i are those of the RFC', (seconds, code) =>
    expect(codeOf(secret, stepAt(seconds * 1000))).toBe(code),
  )
  it('fit one step to either side, in full width too', () => {
    const at = 1_700_000_000_000
    const step = stepAt(at)
    for (const near of [-1, 0, 1]) expect(stepOf(secret, codeOf(secret, step + near), at)).toBe(step + near)
    for (const far of [-2, 2, 10]) expect(stepOf(secret, codeOf(secret, step + far), at)).toBe(null)
    const wide = codeOf(secret, step).replace(/\d/g, (digit) =>
      String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
    )
    expect(stepOf(secret, ` ${wide.slice(0, 3)} ${wide.slice(3)}`, at)).toBe(step)
  })
  it('have secrets of 160 bits that apps read', () => {
    const drawn = drawSecret()
    expect(fromBase32(drawn)).toHaveLength(20)
    expect(toBase32(fromBase32(drawn))).toBe(drawn)
    expect(otpauth('网络书香', 'n33/1', drawn)).toMatch(
      /^otpauth:\/\/totp\/%E7%BD%91[^?]+:n33%2F1\?secret=[A-Z2-7]{32}&/,
    )
    expect(() => fromBase32('l0')).toThrow(TypeError)
  })
})

describe('sealing', () => {
  const folder = async () => {
    const made = await mkdtemp(join(tmpdir(), 'sealing-'))
    onTestFinished(() => rm(made, { recursive: true }))
    return made
  }
  test('opens what it sealed, for that use only, and nothing that was touched', () => {
    const sealing = createSealing(Buffer.alloc(32, 1))
    const sealed = sealing.seal('device', 'JBSWY3DP')
    expect(sealing.open('device', sealed)).toBe('JBSWY3DP')
    expect(sealing.open('enrolment', sealed)).toBe(null)
    expect(createSealing(Buffer.alloc(32, 2)).open('device', sealed)).toBe(null)
    const bytes = Buffer.from(sealed, 'base64url')
    bytes[14] = (bytes[14] ?? 0) ^ 1
    expect(sealing.open('device', bytes.toString('base64url'))).toBe(null)
    expect(sealing.open('device', 'junk')).toBe(null)
  })
  test('has one key, whoever starts first, and only its owner reads it', async () => {
    const dir = await folder()
    const all = await Promise.all(Array.from({ length: 8 }, () => openSealing(join(dir, 'identity'))))
    expect(new Set(all.map((one) => one.mac('demo', 'x'))).size).toBe(1)
    expect((await stat(join(dir, 'identity', 'seal.key'))).mode & 0o777).toBe(0o600)
    expect((await readFile(join(dir, 'identity', 'seal.key'))).length).toBe(32)
  })
  test('refuses a key that others can read, and one that was cut', async () => {
    const dir = await folder()
    await openSealing(dir)
    await chmod(join(dir, 'seal.key'), 0o644)
    await expect(openSealing(dir)).rejects.toThrow(BadSealKey)
    await writeFile(join(dir, 'seal.key'), 'short')
    await chmod(join(dir, 'seal.key'), 0o600)
    await expect(openSealing(dir)).rejects.toThrow(/backup/)
  })
})
