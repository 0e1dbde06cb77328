/** A place for what a reader has not read to its end. Their device fills it; nothing of it is on the page that is sent. */
import { devicePlace } from '@shuxiang/site-render/markup'
import { defineBlock } from '../define.ts'
import { declare, text } from '../fields/declare.ts'
import { titleHelp } from '../fields/help.ts'
import { framed } from '../frame.ts'
import { words } from '../words.ts'

const fields = declare({
  title: text({
    label: { 'zh-CN': '标题', en: 'Title' },
    help: titleHelp,
    localized: true,
    longest: 60,
    default: { 'zh-CN': '接着读', en: 'Go on reading' },
  }),
})

export const goOn = defineBlock({
  type: 'go-on',
  v: 1,
  group: 'records',
  label: { 'zh-CN': '接着读', en: 'Go on reading' },
  about: {
    'zh-CN': '读者在自己设备上没读完的几种，点开就回到读到的地方。没读过什么的人看不到这里。',
    en: 'What a reader has not read to its end on their own device, each at its place. Who has read nothing sees nothing here.',
  },
  fields,
  render: ({ fields: { title }, context, id }) =>
    framed({
      id,
      title: words(title, context),
      body: devicePlace('reading.go-on.v1'),
      context,
      kind: 'go-on',
    }),
})
