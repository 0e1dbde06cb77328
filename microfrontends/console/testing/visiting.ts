/** What a library says of visiting it, as the graph gives it. */
import type {
  EventPart,
  NoticePart,
  VisitingEventsData,
  VisitingNoticesData,
  VisitingOverviewData,
} from '../operations.generated.ts'
import type { Staff } from '../staff/staff.ts'
import { branchAdmin } from './pages.ts'

/** May keep it up to date. */
export const visitor: Staff = {
  ...branchAdmin,
  libraries: branchAdmin.libraries.map((each) => ({
    ...each,
    actions: [...each.actions, 'visiting.manage'],
  })),
}

export const zh = (text: string) => [{ language: 'zh-CN', text }]

export const notice: NoticePart = {
  id: 'n33:notice-0001',
  key: 'notice-0001',
  rev: 1,
  title: zh('设备检修'),
  text: zh('自助借还机停用。'),
  urgent: false,
  pinned: false,
  from: '2020-01-01',
  until: null,
  link: null,
  withdrawn: false,
}

export const library = { id: 'n33', site: 'http://n33.localhost:8080' }

export const noticesOf = (...nodes: readonly NoticePart[]): VisitingNoticesData => ({
  visitingDesk: {
    library,
    notices: {
      edges: nodes.map((node) => ({ node })),
      pageInfo: { hasNextPage: false, endCursor: null },
    },
  },
})

export const desk: NonNullable<VisitingOverviewData['visitingDesk']> = {
  library,
  hours: null,
  contact: null,
  lendingRules: null,
  notices: { edges: [{ node: notice }] },
  events: { edges: [] },
}

export const event: EventPart = {
  id: 'n33:event-0001',
  key: 'event-0001',
  rev: 2,
  title: zh('《红楼梦》导读'),
  text: [],
  begins: '2999-12-05T14:00',
  ends: '2999-12-05T16:00',
  place: zh('三楼报告厅'),
  link: null,
  audience: [],
  state: 'PLANNED',
  withdrawn: false,
}

export const eventsOf = (...nodes: readonly EventPart[]): VisitingEventsData => ({
  visitingDesk: {
    library,
    events: {
      edges: nodes.map((node) => ({ node })),
      pageInfo: { hasNextPage: false, endCursor: null },
    },
  },
})
