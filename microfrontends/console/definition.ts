/** The console of the staff, the same for browser and server: the frame around its sections, and the messages they speak with. */
import type { MicrofrontendDefinition } from '@shuxiang/sdk/contract'
import ConsoleFrame from './frame/ConsoleFrame.vue'
import ConsoleRoot from './ConsoleRoot.vue'
import { readLibrary } from './frame/address.ts'
import { messages } from './messages/index.ts'

export const consoleOfStaff: MicrofrontendDefinition = {
  name: 'console',
  root: ConsoleRoot,
  messages,
  routes: [
    // Outside of the frame: whoever is invited has no role yet.
    { path: '/console/invitation', component: () => import('./invitations/InvitationPage.vue') },
    {
      path: '/console/:section?',
      component: ConsoleFrame,
      props: ({ params, query }) => ({
        id: typeof params['section'] === 'string' ? params['section'] : '',
        asked: readLibrary(query),
      }),
    },
  ],
}
