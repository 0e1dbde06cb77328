/** The console as the portal makes it, with somebody at work and answers by the name of the operation. */
import type { Session } from '@shuxiang/sdk/contract'
import { pagesOf, type Answers } from '@shuxiang/sdk/testing'
import { consoleOfStaff } from '../definition.ts'
import type { AdminProposalsData, AuditEntriesData, MembersData, StaffData } from '../operations.generated.ts'
import type { Staff } from '../staff/staff.ts'

export const pages = pagesOf(consoleOfStaff)

/** At level 2, as the console asks for. */
export const atWork: Session = {
  status: 'signed-in',
  name: '方若云',
  library: 'n33',
  reader: 'r1',
  staff: true,
  level: 2,
}

const zhejiang = { library: 'n33', place: { name: '浙江图书馆' } }
export const branchAdmin: Staff = {
  username: 'n33/admin-1',
  roles: [],
  actions: ['item.read'],
  libraries: [
    {
      ...zhejiang,
      roles: [{ role: 'BRANCH_ADMIN', expires: null }],
      actions: ['item.read', 'member.read', 'member.grant', 'audit.read', 'card.read', 'card.import'],
    },
  ],
}
export const editor: Staff = {
  ...branchAdmin,
  username: 'n33/editor-1',
  libraries: [{ ...zhejiang, roles: [{ role: 'EDITOR', expires: null }], actions: ['page.draft'] }],
}
export const nationalAdmin: Staff = {
  username: 'ndl/admin-1',
  roles: ['NATIONAL_ADMIN'],
  actions: ['member.read', 'member.grant', 'admin.propose', 'admin.grant', 'audit.read', 'card.import'],
  libraries: [],
}

const granted = { username: 'n33/admin-1', at: '2026-11-20T08:00:00Z', reason: '新馆员' }
export const members: MembersData = {
  members: {
    totalCount: 1,
    edges: [
      {
        node: {
          id: 'membership-00000000000-1',
          username: 'n33/editor-1',
          role: 'EDITOR',
          state: 'IN_EFFECT',
          expires: '2027-06-01T00:00:00Z',
          granted,
          withdrawn: null,
        },
      },
    ],
    pageInfo: { hasNextPage: false, endCursor: null },
  },
}

/** One that waits, proposed by another. */
export const proposals: AdminProposalsData = {
  adminProposals: [
    {
      id: 'proposal-000000000000001',
      library: 'n33',
      place: { name: '浙江图书馆' },
      username: 'n33/publisher-1',
      state: 'OPEN',
      expires: '2027-06-01T00:00:00Z',
      mine: false,
      proposed: { username: 'ndl/admin-2', at: '2026-11-20T08:00:00Z', reason: '新任馆长' },
      decided: null,
    },
  ],
}

export const entries: AuditEntriesData = {
  auditEntries: [
    {
      number: 2,
      at: '2026-11-20T08:00:00Z',
      actor: '6f1c2a9e-0000',
      username: null,
      client: 'ndl-portal',
      action: 'member.read',
      outcome: 'REFUSED',
      reason: 'client',
      library: 'n33',
      object: 'library:n33',
      place: { name: '浙江图书馆' },
      details: [],
    },
    {
      number: 1,
      at: '2026-11-20T07:00:00Z',
      actor: 'a-subject',
      username: 'n33/admin-1',
      client: 'ndl-console',
      action: 'member.grant',
      outcome: 'DONE',
      reason: '新馆员',
      library: 'n33',
      object: 'membership:x',
      place: { name: '浙江图书馆' },
      details: [
        { name: 'person', value: 'b-subject', username: 'n33/editor-1' },
        { name: 'role', value: 'editor', username: null },
        { name: 'expires', value: '2027-06-01T00:00:00Z', username: null },
      ],
    },
  ],
}

const of = (staff: Staff): { readonly data: StaffData } => ({ data: { staff } })
/** Answers for somebody at work. */
export const answersFor = (staff: Staff): Answers => ({
  Staff: of(staff),
  Members: { data: members },
  AdminProposals: { data: proposals },
  WaitingProposals: { data: proposals },
  AuditEntries: { data: entries },
  LibraryName: { data: { library: { id: 'n44', name: '广东省立中山图书馆' } } },
})
