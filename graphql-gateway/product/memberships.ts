// Roles of people at libraries, for the processes that let them in.
export {
  membershipsOf,
  seedMemberships,
  type SeededMembership,
} from '@shuxiang/subgraph-operations/memberships'
