/** The editor of a site, the same for browser and server. */
import type { MicrofrontendDefinition } from '@shuxiang/sdk/contract'
import EditorRoot from './EditorRoot.vue'
import { messages } from './messages/index.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

export const siteEditor: MicrofrontendDefinition = {
  name: 'editor',
  root: EditorRoot,
  messages,
  routes: [
    {
      path: '/console/edit/:site/start',
      component: () => import('./start/StartPage.vue'),
      props: ({ params, query }) => ({ code: text(params['site']), step: text(query['step']) }),
    },
    {
      path: '/console/edit/practice',
      component: () => import('./practice/PracticePage.vue'),
      props: ({ query }) => ({ path: text(query['path']) || null, block: text(query['block']) || null }),
    },
    {
      path: '/console/edit/:site',
      component: () => import('./desk/EditorPage.vue'),
      props: ({ params, query }) => ({
        code: text(params['site']),
        // What somebody is led to: a page by its path, and a block on it.
        path: text(query['path']) || null,
        block: text(query['block']) || null,
        field: text(query['field']) || null,
      }),
    },
  ],
}
