// Accounts in the store: made, found, proved by password and code.
import { randomUUID } from 'node:crypto'
import { MongoServerError, type Db } from 'mongodb'
import { attributeNames, type Account, type Attributes, type People } from './account.ts'
import { peopleIn, type PersonDoc } from './documents.ts'
import type { LockOut } from './lock-out.ts'
import { foldName, isName } from './names.ts'
import type { Passwords } from './passwords.ts'
import type { Sealing } from './sealing.ts'
import { fromBase32, isCode, foldCode, stepOf } from './totp.ts'

export interface PeopleOptions {
  readonly db: Db
  readonly sealing: Sealing
  readonly passwords: Passwords
  readonly lockOut: LockOut
  /** Milliseconds. */
  readonly now: () => number
}

/** Cards that one account may have. */
const mostNames = 20
/** Largest page of accounts. */
const largestPage = 500

export function createPeople({ db, sealing, passwords, lockOut, now }: PeopleOptions): People {
  const people = peopleIn(db)

  const seal = (id: string, secret: string): string => sealing.seal('device', `${id} ${secret}`)
  const unseal = (doc: PersonDoc): string => {
    const text = sealing.open('device', doc.device)
    const [id, secret] = text?.split(' ') ?? []
    if (id !== doc._id || secret === undefined)
      throw new Error(
        `The device of account ${doc._id} was sealed with another key: put seal.key back from the backup, or remove the device.`,
      )
    return secret
  }

  return {
    async find(id) {
      return accountOf(await people.findOne({ _id: id }))
    },

    async findByUsername(username) {
      return accountOf(await people.findOne({ names: foldName(username) }))
    },

    async page({ first, after, startsWith }) {
      const from = after !== null && after > (startsWith ?? '') ? { $gt: after } : { $gte: startsWith ?? '' }
      // Names are plain letters: the highest character ends the range of a beginning.
      const range = startsWith === undefined ? from : { ...from, $lt: `${startsWith}\uffff` }
      const docs = await people
        .find({ username: range })
        .sort({ username: 1, _id: 1 })
        .limit(Math.min(first, largestPage))
        .toArray()
      return docs.map(toAccount)
    },

    async checkPassword(username, password, address) {
      const name = foldName(username)
      const doc = await people.findOne({ names: name })
      const attempt = await lockOut.begin('name', name, address)
      // A derivation is dear: an address that is stopped must not keep the machine busy.
      if (attempt.addressLocked) return 'refused'
      // Derived whatever else is known by now: how long an answer takes tells nothing.
      const right = await passwords.check(password, doc === null || doc.password === '' ? null : doc.password)
      if (attempt.locked || !right || doc === null || !doc.enabled) return 'refused'
      await attempt.succeeded()
      return toAccount(doc)
    },

    async checkCode(id, code, address) {
      const attempt = await lockOut.begin('code', id, address)
      const doc = await people.findOne({ _id: id })
      if (attempt.locked || doc === null || !doc.enabled || doc.device === '') return false
      const step = stepOf(unseal(doc), code, now())
      if (step === null || step <= doc.deviceStep) return false
      // Of two requests with one code, one moves the step.
      const { matchedCount } = await people.updateOne(
        { _id: id, device: doc.device, deviceStep: { $lt: step } },
        { $set: { deviceStep: step } },
      )
      if (matchedCount === 0) return false
      await attempt.succeeded()
      return true
    },

    async setPassword(id, password, { temporary = false } = {}) {
      const stored = await passwords.store(password)
      const { matchedCount } = await people.updateOne(
        { _id: id },
        {
          $set: { password: stored },
          ...(temporary
            ? { $addToSet: { requiredActions: 'UPDATE_PASSWORD' as const } }
            : { $pull: { requiredActions: 'UPDATE_PASSWORD' as const } }),
        },
      )
      return matchedCount === 1
    },

    async enrolDevice(id, secret, code) {
      fromBase32(secret)
      const step = isCode(foldCode(code)) ? stepOf(secret, code, now()) : null
      if (step === null) return false
      const { matchedCount } = await people.updateOne(
        { _id: id },
        {
          $set: { device: seal(id, secret), deviceStep: step },
          $pull: { requiredActions: 'CONFIGURE_TOTP' as const },
        },
      )
      return matchedCount === 1
    },

    async removeDevice(id) {
      const { matchedCount } = await people.updateOne({ _id: id }, { $set: { device: '', deviceStep: 0 } })
      return matchedCount === 1
    },

    async create(account) {
      const username = foldName(account.username)
      if (!isName(username))
        throw new TypeError(
          `a username is <library code>/<card>: small letters, digits and hyphens, 3 to 80 characters`,
        )
      const doc: PersonDoc = {
        _id: account.id ?? randomUUID(),
        username,
        names: [username],
        enabled: account.enabled ?? true,
        roles: account.roles ?? ['reader'],
        attributes: given(account.attributes ?? {}),
        requiredActions: account.requiredActions ?? [],
        password: account.password === undefined ? '' : await passwords.store(account.password),
        device: '',
        deviceStep: 0,
        createdAt: new Date(now()),
      }
      return people.insertOne(doc).then(() => toAccount(doc), ifTaken)
    },

    async update(id, { enabled, roles, attributes, requiredActions }) {
      const change = {
        ...(enabled === undefined ? {} : { enabled }),
        ...(roles === undefined ? {} : { roles }),
        ...(attributes === undefined ? {} : { attributes: given(attributes) }),
        ...(requiredActions === undefined ? {} : { requiredActions }),
      }
      if (Object.keys(change).length > 0) await people.updateOne({ _id: id }, { $set: change })
      return accountOf(await people.findOne({ _id: id }))
    },

    async addName(id, username) {
      const name = foldName(username)
      if (!isName(name)) throw new TypeError('a further name has the shape of a username')
      const doc = await people.findOne({ _id: id })
      if (doc === null) return 'missing'
      if (doc.names.includes(name)) return 'added'
      if (doc.names.length >= mostNames) return 'taken'
      return people.updateOne({ _id: id }, { $addToSet: { names: name } }).then(() => 'added', ifTaken)
    },

    async removeName(id, username, { keeping }) {
      const name = foldName(username)
      for (;;) {
        const doc = await people.findOne({ _id: id })
        if (doc === null || !doc.names.includes(name)) return 'missing'
        const names = doc.names.filter((one) => one !== name)
        const [next] = names
        const change =
          next === undefined
            ? { username: id, names: [id], roles: doc.roles.filter(keeping) }
            : { username: doc.username === name ? next : doc.username, names }
        // A card that is added meanwhile stays.
        const { matchedCount } = await people.updateOne(
          { _id: id, username: doc.username, names: { $size: doc.names.length, $all: doc.names } },
          { $set: change },
        )
        if (matchedCount === 1) return 'removed'
      }
    },

    async remove(id) {
      const { deletedCount } = await people.deleteOne({ _id: id })
      return deletedCount === 1
    },
  }
}

/** Those that have a value: the store keeps no undefined ones. */
function given(attributes: Partial<Attributes>): Record<string, string> {
  const set: Record<string, string> = {}
  for (const name of attributeNames) {
    const value = attributes[name]
    if (value !== undefined) set[name] = value
  }
  return set
}

function toAccount(doc: PersonDoc): Account {
  const { _id: id, username, names, enabled, roles, requiredActions, createdAt } = doc
  const attributes = {
    display_name: doc.attributes['display_name'],
    home_library: doc.attributes['home_library'],
    age_band: doc.attributes['age_band'],
    card_activation: doc.attributes['card_activation'],
  }
  return {
    id,
    username,
    names,
    enabled,
    roles,
    attributes,
    requiredActions,
    hasDevice: doc.device !== '',
    createdAt,
  }
}

const accountOf = (doc: PersonDoc | null): Account | null => (doc === null ? null : toAccount(doc))

function ifTaken(error: unknown): 'taken' {
  if (error instanceof MongoServerError && error.code === 11000) return 'taken'
  throw error
}
