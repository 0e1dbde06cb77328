/** The microfrontend of persons, topics and browsing, the same for browser and server. */
import type { MicrofrontendDefinition } from '@shuxiang/sdk/contract'
import BrowsePage from './browse/BrowsePage.vue'
import { messages } from './messages/index.ts'
import PeopleRoot from './PeopleRoot.vue'
import PersonPage from './person/PersonPage.vue'
import TopicPage from './topic/TopicPage.vue'

export const people: MicrofrontendDefinition = {
  name: 'people',
  root: PeopleRoot,
  messages,
  routes: [
    {
      path: '/person/:id',
      component: PersonPage,
      props: ({ params, query }) => ({ id: params['id'], raw: query }),
    },
    { path: '/browse', component: BrowsePage, props: () => ({ facet: null, raw: {} }) },
    {
      path: '/browse/:facet',
      component: BrowsePage,
      props: ({ params, query }) => ({ facet: params['facet'], raw: query }),
    },
    {
      path: '/browse/:facet/:value',
      component: TopicPage,
      props: ({ params, query }) => ({ facet: params['facet'], value: params['value'], raw: query }),
    },
  ],
}
