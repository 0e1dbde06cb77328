/** The microfrontend of libraries, the same for browser and server. */
import type { MicrofrontendDefinition } from '@shuxiang/sdk/contract'
import LibrariesRoot from './LibrariesRoot.vue'
import LibraryPage from './library/LibraryPage.vue'
import { messages } from './messages/index.ts'

export const libraries: MicrofrontendDefinition = {
  name: 'libraries',
  root: LibrariesRoot,
  messages,
  routes: [
    { path: '/library/:code', component: LibraryPage, props: ({ params }) => ({ code: params['code'] }) },
  ],
}
