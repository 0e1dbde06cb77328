/** `/notices`: what the library has to tell, and what is on. */
import type { PageDoc } from '@shuxiang/site-model'
import { both, page } from '../block.ts'
import { events, notices } from '../visiting.ts'

export function noticesPage(name: string): PageDoc {
  return page(
    both('公告与活动', 'Notices and events'),
    both(`${name}的闭馆通知、新服务和近期活动。`, 'Closures, new services and events of the library.'),
    ['notices', 'events'],
    { notices: notices(20, 'say'), events: events(20) },
  )
}
