// Devices on which readers are signed in, for the process that sees them come.
export { createDeviceNotes } from '@shuxiang/subgraph-account/devices'
