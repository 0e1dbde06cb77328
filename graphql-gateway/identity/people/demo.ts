// People to try the product with. Each installation has passwords of its own, drawn from its key: none is in the source.
import type { GlobalRole } from '@shuxiang/permissions'
import { createHash } from 'node:crypto'
import type { People } from './account.ts'
import type { Sealing } from './sealing.ts'
import { codeOf, otpauth, stepAt, toBase32 } from './totp.ts'

export interface DemoPerson {
  readonly username: string
  readonly attributes: Readonly<Record<'display_name' | 'home_library' | 'age_band', string>>
  readonly roles: readonly GlobalRole[]
  /** What the person is at the home library; null for readers and for those of the nation. */
  readonly libraryRole: 'editor' | 'publisher' | 'branch-admin' | null
  readonly password: string
  /** Base32; null without a device. */
  readonly device: string | null
  /** For an authenticator app; null without a device. */
  readonly otpauth: string | null
}

/** The libraries are of the product's own list: 余杭区图书馆, 南山区图书馆, 浙江图书馆, the national one. */
const cast = [
  ['n330110', '1001', '林晚晴', 'adult', ['reader', 'reader-verified'], null],
  ['n440305', '1002', '周小禾', '14-17', ['reader'], null],
  ['n33', 'editor-1', '沈砚', 'adult', ['reader', 'staff'], 'editor'],
  ['n33', 'publisher-1', '顾明远', 'adult', ['reader', 'staff'], 'publisher'],
  ['n33', 'admin-1', '方若云', 'adult', ['reader', 'staff'], 'branch-admin'],
  ['ndl', 'admin-1', '陆知行', 'adult', ['reader', 'staff', 'national-admin'], null],
  // A branch admin takes two: one proposes, the other confirms.
  ['ndl', 'admin-2', '苏映雪', 'adult', ['reader', 'staff', 'national-admin'], null],
  ['n330110', '1003', '林小满', 'under-14', ['reader', 'reader-verified'], null],
] as const satisfies readonly (readonly [
  string,
  string,
  string,
  string,
  readonly GlobalRole[],
  DemoPerson['libraryRole'],
])[]

/** Without letters and digits that are taken for one another. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'

export function demoPeople(sealing: Sealing, issuer: string): readonly DemoPerson[] {
  return cast.map(([library, card, name, age, roles, libraryRole]) => {
    const username = `${library}/${card}`
    const drawn = (what: string): Buffer =>
      createHash('sha256')
        .update(sealing.mac('demo', `${what} ${username}`))
        .digest()
    const letters = [...drawn('password').subarray(0, 12)].map((byte) => signs[byte % signs.length]).join('')
    const staff = roles.some((role) => role === 'staff')
    const device = staff ? toBase32(drawn('device').subarray(0, 20)) : null
    return {
      username,
      attributes: { display_name: name, home_library: library, age_band: age },
      roles,
      libraryRole,
      password: letters.replace(/(.{4})(?=.)/g, '$1-'),
      device,
      otpauth: device === null ? null : otpauth(issuer, username, device),
    }
  })
}

/** Makes those that are not there, and the devices that a start cut short left out; what was changed stays. Gives those that were made. */
export async function seedDemoPeople(
  people: People,
  cast: readonly DemoPerson[],
  now: () => number,
): Promise<readonly DemoPerson[]> {
  const made: DemoPerson[] = []
  for (const person of cast) {
    const { username, roles, attributes, password, device } = person
    // Looked for first: making an account derives a key, which costs more than the rest of a start.
    const known = await people.findByUsername(username)
    const account = known ?? (await people.create({ username, roles, attributes, password }))
    if (known === null && account !== 'taken') made.push(person)
    const there = account === 'taken' ? await people.findByUsername(username) : account
    // The step before this one, so that the code of the present step still serves for a first sign-in.
    if (there && device !== null && !there.hasDevice)
      await people.enrolDevice(there.id, device, codeOf(device, stepAt(now()) - 1))
  }
  return made
}
