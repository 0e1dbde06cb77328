/** The microfrontend of search, the same for browser and server: two pages and the messages they speak with. */
import type { MicrofrontendDefinition } from '@shuxiang/sdk/contract'
import { messages } from './messages/index.ts'
import RecordPage from './record/RecordPage.vue'
import ResultsPage from './results/ResultsPage.vue'
import SearchRoot from './SearchRoot.vue'

export const search: MicrofrontendDefinition = {
  name: 'search',
  root: SearchRoot,
  messages,
  // Addresses go in as props: a page that is being left then never sees the address of the next one.
  routes: [
    { path: '/search', component: ResultsPage, props: ({ query }) => ({ raw: query }) },
    {
      path: '/search/advanced',
      // Few come here: its code is fetched by those who do.
      component: () => import('./advanced/AdvancedPage.vue'),
      props: ({ query }) => ({ raw: query }),
    },
    {
      path: '/item/:id',
      component: RecordPage,
      props: ({ params, query }) => ({ id: params['id'], raw: query }),
    },
  ],
}
