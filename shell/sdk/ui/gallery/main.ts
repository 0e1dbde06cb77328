/** Starts the gallery in a page of its own, with a portal that says on the page what it is asked to do. */
import { createMemoryHistory } from 'vue-router'
import { defineMicrofrontend } from '@shuxiang/sdk'
import { mockPortal } from '../../testing/portal.ts'
import { gallery } from './definition.ts'
import { readSettings } from './settings.ts'

const { lang, mode, scale } = readSettings(location.href)
const root = document.documentElement
root.lang = lang
root.dataset['mode'] = mode
root.dataset['scale'] = scale

const element = document.getElementById('main')
const told = document.getElementById('told')
if (!element || !told) throw new Error('index.html of the gallery has no #main or no #told')
const say = (text: string): void => {
  told.textContent = text
}

const history = createMemoryHistory()
history.replace(`/${location.search}`)
const portal = mockPortal(
  {},
  {
    name: gallery.name,
    locale: lang,
    mode,
    history,
    navigate: (to) => say(`→ ${to}`),
    announce: say,
    setHead: ({ title }) => {
      document.title = title
    },
  },
)
await defineMicrofrontend(gallery).mount({ portal, element, state: null })
root.dataset['ready'] = ''
