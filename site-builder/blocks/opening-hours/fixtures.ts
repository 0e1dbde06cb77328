/** States of `opening-hours`. */
import { LibraryHours } from '../operations.generated.ts'
import { answer } from '../testing/fixture.ts'
import type { BlockFixtures } from '../testing/fixture.ts'
import { hoursOfManyPlaces, hoursOfOnePlace, hoursOfPlaces } from '../testing/sample-library.ts'

const title = { 'zh-CN': '开放时间', en: 'Opening hours' }
const fields = { title, look: 'week' }
const all = answer(LibraryHours, hoursOfPlaces)

export const fixtures: BlockFixtures = {
  empty: { fields, answers: [answer(LibraryHours, { here: { name: '余杭区图书馆', hours: null } })] },
  one: { fields, answers: [answer(LibraryHours, hoursOfOnePlace)] },
  many: { fields, answers: [all] },
  long: {
    fields: {
      ...fields,
      title: {
        'zh-CN': '总馆、少儿阅览室与各服务点的开放时间（含节假日）',
        en: 'When the library and all its rooms are open',
      },
    },
    answers: [answer(LibraryHours, hoursOfManyPlaces)],
  },
  others: {
    'today only': { fields: { ...fields, look: 'today' }, answers: [all] },
    'of another day': {
      fields,
      answers: [
        answer(LibraryHours, () => {
          const { here } = hoursOfPlaces
          const hours = here?.hours
          return { here: here && { ...here, hours: hours ? { ...hours, days: hours.days.slice(3) } : null } }
        }),
      ],
    },
    'on the portal': { fields, answers: [answer(LibraryHours, { here: null })] },
  },
  refused: { 'a way to show it that there is not': { ...fields, look: 'calendar' } },
}
