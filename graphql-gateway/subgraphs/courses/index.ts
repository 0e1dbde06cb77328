// Public door: its kinds and the subgraph.
export { kinds } from './kinds.ts'
export { createCourses } from './subgraph.ts'
