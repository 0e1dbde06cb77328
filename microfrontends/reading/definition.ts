/** The microfrontend of what was read on this device, the same for browser and server: one page. */
import type { MicrofrontendDefinition } from '@shuxiang/sdk/contract'
import { messages } from './messages/index.ts'
import ReadingRoot from './ReadingRoot.vue'
import ReadingPage from './room/ReadingPage.vue'

export const reading: MicrofrontendDefinition = {
  name: 'reading',
  root: ReadingRoot,
  messages,
  routes: [{ path: '/my/reading', component: ReadingPage }],
}
