/** The microfrontend of what a reader keeps, the same for browser and server: one page and the messages it speaks with. */
import type { MicrofrontendDefinition } from '@shuxiang/sdk/contract'
import { messages } from './messages/index.ts'
import MyPage from './my/MyPage.vue'
import MyRoot from './MyRoot.vue'
import { readPlace, readView } from './my/place-address.ts'

export const account: MicrofrontendDefinition = {
  name: 'account',
  root: MyRoot,
  messages,
  routes: [
    {
      path: '/my',
      component: MyPage,
      props: ({ query }) => ({ place: readPlace(query), view: readView(query) }),
    },
    { path: '/my/leave', component: async () => (await import('./deletion/LeavePage.vue')).default },
  ],
}
