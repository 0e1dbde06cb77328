/** The SDK: all that a microfrontend may import from the portal, in the browser and while rendering on the server. */
export * from './contract.ts'
export { usePortal } from './context.ts'
export { defineMicrofrontend } from './define.ts'
export { useHead } from './head.ts'
export { messageTools, useMessages, type MessageParams, type MessageTools } from './messages.ts'
export { isPlainClick, PortalLink } from './portal-link.ts'
export { useQuery, type Query } from './query.ts'
export { coverOf, type Cover, type CoverSubject } from '@shuxiang/themes'
