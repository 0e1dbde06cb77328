// The table of permissions, as data: who may do what, and where. The only place where a permission is given.
import type { GlobalRole, LibraryRole } from './roles.ts'

/**
 * Where a role may do something: `all` without regard to an object's library; `own` on objects of the person's own;
 * `library` on objects of the library of the membership.
 */
export type Reach = 'all' | 'own' | 'library'

/** One row. Roles that are not named may not. */
export interface Rule {
  /** What the console and the audit log call it. */
  readonly words: string
  /** Readers, signed in or not. */
  readonly anonymous?: 'all'
  readonly readers?: Partial<Readonly<Record<'reader' | 'reader-verified', Reach>>>
  readonly nation?: Partial<
    Readonly<Record<Exclude<GlobalRole, 'reader' | 'reader-verified' | 'staff'>, Reach>>
  >
  readonly members?: readonly LibraryRole[]
  /** Needs a second factor shown within `freshness` seconds, also where it is a reader's. */
  readonly fresh?: true
  /** Needs a sign-in within `freshness` seconds, at whatever level: for what a reader does without a second factor. */
  readonly recent?: true
  /** Adults only. */
  readonly adults?: true
  /** Not for children, which are readers under 14: nobody asks them to consent to anything. */
  readonly notChildren?: true
  /** Author and who does this must be two: always, or where the library asks for it, which who asks says by naming the author. */
  readonly second?: 'always' | 'where asked'
  /** Not for whoever asks to know, but for whoever carries it out. */
  readonly obligations?: readonly ('reason' | 'time limit' | 'shown to the library')[]
}

const everybody = {
  anonymous: 'all',
  readers: { reader: 'all', 'reader-verified': 'all' },
  nation: { 'national-editor': 'all', 'national-admin': 'all', auditor: 'all' },
} as const
/** Everybody who has an account. */
const everyReader = { reader: 'all', 'reader-verified': 'all' } as const
const nationalEditors = { 'national-editor': 'all', 'national-admin': 'all' } as const
const nationalAdmins = { 'national-admin': 'all' } as const

/** Every action, with who may do it. Staff have what their account as a reader has beside it. */
export const table = {
  'item.read': {
    words: 'search, read open items',
    ...everybody,
    members: ['editor', 'publisher', 'branch-admin'],
  },
  'item.read-licensed': {
    words: 'licensed reading, courses with a record',
    readers: { 'reader-verified': 'all' },
    nation: nationalEditors,
    members: ['editor', 'publisher', 'branch-admin'],
  },
  'own.manage': {
    words: 'own shelf, history, export, delete',
    readers: { reader: 'own', 'reader-verified': 'own' },
    nation: { 'national-editor': 'own', 'national-admin': 'own', auditor: 'own' },
  },
  'own.leave': {
    words: 'have one’s account deleted',
    readers: { reader: 'own', 'reader-verified': 'own' },
    nation: { 'national-editor': 'own', 'national-admin': 'own', auditor: 'own' },
    recent: true,
    notChildren: true,
  },
  'own.stay': {
    words: 'keep an account that was to be deleted',
    readers: { reader: 'own', 'reader-verified': 'own' },
    nation: { 'national-editor': 'own', 'national-admin': 'own', auditor: 'own' },
    notChildren: true,
  },
  'history.keep': {
    words: 'have a reading history kept',
    readers: { reader: 'own', 'reader-verified': 'own' },
    nation: { 'national-editor': 'own', 'national-admin': 'own', auditor: 'own' },
    notChildren: true,
  },
  'login.link': {
    words: 'sign in by another service, such as WeChat',
    readers: { reader: 'own', 'reader-verified': 'own' },
    nation: { 'national-editor': 'own', 'national-admin': 'own', auditor: 'own' },
    recent: true,
    notChildren: true,
  },
  'child.manage': {
    words: 'see, export and delete what is kept of one’s child',
    readers: { reader: 'own', 'reader-verified': 'own' },
    nation: { 'national-editor': 'own', 'national-admin': 'own', auditor: 'own' },
    adults: true,
  },
  'child.leave': {
    words: 'have the account of one’s child deleted',
    readers: { reader: 'own', 'reader-verified': 'own' },
    nation: { 'national-editor': 'own', 'national-admin': 'own', auditor: 'own' },
    recent: true,
    adults: true,
  },
  'comment.write': {
    words: 'comment, rate',
    readers: { 'reader-verified': 'all' },
    nation: nationalEditors,
    members: ['editor', 'publisher', 'branch-admin'],
    adults: true,
  },
  'page.draft': {
    words: 'draft a page',
    nation: nationalEditors,
    members: ['editor', 'publisher', 'branch-admin'],
  },
  'asset.manage': {
    words: 'pictures and files of a library',
    nation: nationalEditors,
    members: ['editor', 'publisher', 'branch-admin'],
  },
  'page.publish': {
    words: 'publish, roll back',
    nation: nationalEditors,
    members: ['publisher', 'branch-admin'],
    fresh: true,
    second: 'where asked',
  },
  'site.configure': {
    words: 'theme, menu, site settings',
    nation: nationalAdmins,
    members: ['branch-admin'],
  },
  // Without a fresh second factor: a library that is flooded closes at once.
  'visiting.manage': {
    words: 'opening hours, notices, contact, events',
    nation: nationalEditors,
    members: ['publisher', 'branch-admin'],
  },
  'feedback.send': {
    words: 'write to a library on its site',
    ...everybody,
    members: ['editor', 'publisher', 'branch-admin'],
  },
  // Not for the nation: it is written to the library.
  'feedback.manage': {
    words: 'read and settle what readers write to the library',
    members: ['publisher', 'branch-admin'],
  },
  'correction.send': {
    words: 'report an error in a text',
    ...everybody,
    members: ['editor', 'publisher', 'branch-admin'],
  },
  // Texts are the nation's: their sources are imported once for all.
  'correction.manage': {
    words: 'read and decide reports of errors in texts',
    nation: nationalEditors,
  },
  'network.read': {
    words: 'health of the sites of a region',
    nation: { ...nationalEditors, auditor: 'all' },
    members: ['publisher', 'branch-admin'],
  },
  'override.set': {
    words: 'notices of an emergency and days of mourning over all sites',
    nation: nationalEditors,
    members: ['publisher', 'branch-admin'],
    fresh: true,
  },
  'site.take-down': { words: 'take a page or a site down', nation: nationalAdmins, fresh: true },
  'code.request': { words: 'ask for a custom code block', nation: nationalAdmins, members: ['branch-admin'] },
  'code.approve': {
    words: 'approve a custom code block',
    nation: nationalAdmins,
    fresh: true,
    second: 'always',
  },
  'library.manage': {
    words: 'domain, identity provider link, quota',
    nation: nationalAdmins,
    members: ['branch-admin'],
    fresh: true,
  },
  'card.import': {
    words: 'import the registry of cards',
    nation: nationalAdmins,
    members: ['branch-admin'],
    fresh: true,
  },
  'card.read': { words: 'see the cards of a library', nation: nationalAdmins, members: ['branch-admin'] },
  'member.read': { words: 'see the members of a library', nation: nationalAdmins, members: ['branch-admin'] },
  'member.grant': {
    words: 'grant and withdraw editor and publisher',
    nation: nationalAdmins,
    members: ['branch-admin'],
    fresh: true,
  },
  'admin.propose': { words: 'propose a branch admin', nation: nationalAdmins, fresh: true },
  'admin.grant': { words: 'confirm a branch admin', nation: nationalAdmins, fresh: true, second: 'always' },
  'invitation.open': { words: 'see what a code invites to', readers: everyReader },
  'invitation.accept': { words: 'accept a role by a code', readers: everyReader, fresh: true },
  'microfrontend.register': { words: 'register a microfrontend', nation: nationalAdmins, fresh: true },
  'library.support': {
    words: 'act inside a library',
    nation: nationalAdmins,
    fresh: true,
    obligations: ['reason', 'time limit', 'shown to the library'],
  },
  'audit.read': {
    words: 'read the audit log',
    readers: { reader: 'own', 'reader-verified': 'own' },
    nation: { 'national-editor': 'own', 'national-admin': 'all', auditor: 'all' },
    members: ['branch-admin'],
  },
} as const satisfies Readonly<Record<string, Rule>>

/** What can be asked of `can`. */
export type Action = keyof typeof table

export const actions: readonly Action[] = Object.freeze(Object.keys(table).filter(isAction))

export function isAction(name: string): name is Action {
  return Object.hasOwn(table, name)
}

/** The row of an action. */
export function ruleOf(action: Action): Rule {
  return table[action]
}
