/** Every text is there in the main language, other languages are not forgotten, and each is marked as what it is. */
import type { InterfaceLanguage, Words } from '@shuxiang/vocabulary'
import { words } from '@shuxiang/vocabulary'
import type { Found, Rule } from '../finding.ts'
import { writtenOn } from '../texts.ts'
import type { WrittenText } from '../texts.ts'
import { placeOf } from './place.ts'

const names: Readonly<Record<InterfaceLanguage, Words>> = {
  'zh-CN': words('中文', 'Chinese'),
  en: words('英文', 'English'),
}

/** Letters from which on a text is long enough to tell its language by its script. */
const enough = 12

/** What a text is written in when that is not what it is marked as; null when nothing speaks against it. */
function mistaken({ language, text }: WrittenText): InterfaceLanguage | null {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (language.startsWith('zh') && han === 0 && latin >= enough) return 'en'
  if (language.startsWith('en') && latin === 0 && han >= 4) return 'zh-CN'
  return null
}

/** A plain page's own language is told to the browser by the document. */
const declared: Rule['find'] = ({ read }) =>
  read
    .filter((page) => page.declared !== page.language)
    .map(({ path, language }) => ({
      severity: 'blocks',
      page: path,
      words: words(
        `这一页的${names[language]['zh-CN']}版没有标明语言，读屏软件会读错。这是系统的问题，请告诉技术支持。`,
        `The ${names[language].en} version of the page is not marked as such and would be read out wrongly. This is a fault of the system; tell your support.`,
      ),
    }))

/** It stands on every page and in every tab, and is set beside the pages. */
const named: Rule['find'] = ({ facts }) => {
  const [main, ...others] = facts.languages
  return others
    .filter((language) => !facts.names[language]?.trim())
    .map((language) => ({
      severity: 'warns',
      page: null,
      words: words(
        `本馆还没有${names[language]['zh-CN']}名，读${names[language]['zh-CN']}版的读者会看到${names[main]['zh-CN']}馆名。请在“网站”里填写。`,
        `The library has no ${names[language].en} name yet; readers of that version see the ${names[main].en} one. Fill it in under “Site”.`,
      ),
    }))
}

export const languages: Rule = {
  name: 'languages',
  find(site) {
    const [main, ...others] = site.facts.languages
    const ofTexts = [...site.pages].flatMap(([page, doc]): Found[] => {
      const { texts, fields } = writtenOn(page, doc)
      const missing = fields.flatMap((field): Found[] => {
        const label = field.label
        if (!field.languages.includes(main))
          return [
            {
              severity: 'blocks',
              ...placeOf(field),
              words: words(
                `“${label['zh-CN']}”没有${names[main]['zh-CN']}文字，而${names[main]['zh-CN']}是本站的主要语言。请补上。`,
                `“${label.en}” has no ${names[main].en} text, the main language of the site. Add it.`,
              ),
            },
          ]
        // Its title is seen in the editor only: tabs and links name the site.
        if (page === '/' && field.block === undefined && field.field === 'title') return []
        return others
          .filter((language) => !field.languages.includes(language))
          .map((language) => ({
            severity: 'warns',
            ...placeOf(field),
            words: words(
              `“${label['zh-CN']}”还没有${names[language]['zh-CN']}译文，读${names[language]['zh-CN']}版的读者会看到${names[main]['zh-CN']}。`,
              `“${label.en}” is not translated into ${names[language].en} yet; readers of that version see ${names[main].en}.`,
            ),
          }))
      })
      const wrong = texts.flatMap((text): Found[] => {
        const found = mistaken(text)
        if (found === null) return []
        const marked: InterfaceLanguage = found === 'en' ? 'zh-CN' : 'en'
        return [
          {
            severity: 'warns',
            ...placeOf(text),
            words: words(
              `“${text.label['zh-CN']}”写在${names[marked]['zh-CN']}栏里，却像是${names[found]['zh-CN']}。请移到${names[found]['zh-CN']}栏。`,
              `“${text.label.en}” stands under ${names[marked].en} but reads like ${names[found].en}. Move it there.`,
            ),
          },
        ]
      })
      return [...missing, ...wrong]
    })
    return [...declared(site), ...named(site), ...ofTexts]
  },
}
