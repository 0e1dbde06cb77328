// Public door of the job worker.
export { startWorker, type Worker, type WorkerParts } from './worker.ts'
export { prepareStore, type FirstContent } from './prepare.ts'
