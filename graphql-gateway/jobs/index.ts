// Public door of the job worker.
export { startWorker, type Worker, type WorkerParts } from './worker.ts'
export { prepareProduct, type Product } from './prepare.ts'
