/** Every widget in every state, on one page for developers, testers and designers. Made like any microfrontend. */
import type { MicrofrontendDefinition } from '@shuxiang/sdk/contract'
import GalleryPage from './GalleryPage.vue'
import { messages } from './messages.ts'

export const gallery: MicrofrontendDefinition = {
  name: 'gallery',
  root: GalleryPage,
  messages,
  routes: [{ path: '/:rest(.*)*', component: { render: () => null } }],
}
