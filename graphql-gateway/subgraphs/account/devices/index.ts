// Door for the process that sees readers come: it notes their devices.
export { createDeviceNotes } from './note.ts'
