// Door for who exports and imports sites: a command, and the job that finishes imports.
export {
  fingerprintOf,
  openArchive,
  packSite,
  type Installation,
  type Opened,
  type OpenedArchive,
} from './archive.ts'
export { largestArchive } from './bounds.ts'
export type { ArchivedAsset, SiteContent } from './content.ts'
export { exportSite } from './export.ts'
export { finishImports, importSite, importSteps, type ImportEnd, type ImportStep } from './import.ts'
export { planImport, type ImportPlan, type Planned } from './plan.ts'
export type { ArrivingAsset, AssetDescription, ExportPorts, ImportPorts } from './ports.ts'
