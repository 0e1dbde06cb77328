// Door for modules and for those who install them: loads no GraphQL.
export { checkModules, installedOf } from './module.ts'
export type {
  Installed,
  Job,
  JobParts,
  Migration,
  MigrationParts,
  SeedParts,
  SubgraphModule,
} from './module.ts'
export {
  everythingOf,
  personalKeepers,
  type PersonalData,
  type PersonalDeclaration,
  type PersonalKeeper,
  type PersonalParts,
  type PersonalValue,
} from './personal.ts'
export {
  currentMigration,
  isBehind,
  prepareStore,
  type MigrationProgress,
  type PrepareParts,
} from './prepare.ts'
