// For tests: what the job that publishes needs, with a gateway that knows one poem.
import { blockOperations } from '../open.ts'
import type { PublishPorts } from '../ports.ts'

/** What the gateway answers to everything. */
export const onePoem = (title: string) => ({
  dailyPoem: {
    ...{ id: 'p1', title, titleBeside: null, language: 'zh-Hans', url: '/item/p1', agents: [], period: null },
    text: [{ kind: 'verse', text: '空山新雨后，天气晚来秋。' }],
  },
})

export const plainPorts: PublishPorts = {
  client: { ask: async () => ({ data: onePoem('山居秋暝'), errors: [] }), run: async () => null },
  operations: blockOperations(),
  portal: 'http://portal.test',
  originOf: async (code) => `http://${code}.sites.test`,
  sheetOf: () => 'body{color:red}',
  signIn: true,
  newestRecord: async () => null,
  check: () => [],
  visitingOf: async () => ({ hours: true, contact: true, closures: [] }),
  offers: async () => new Set(['account/shelf']),
}
