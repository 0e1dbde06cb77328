// Sentences of what only the job that judges sites finds: what is the matter, and what to do.
import { words } from '@shuxiang/vocabulary'

export const say = {
  unpublished: words(
    '网站还没有发布过，读者看不到最新的内容。请在“发布”里发布一次；如果被拒绝，那里写着原因。',
    'The site was never published. Publish it once; if that is refused, the reasons stand with the publication.',
  ),
  unowned: words(
    '本馆没有馆员能维护这个网站。请图书馆管理员或国家馆邀请一位编辑或发布者。',
    'Nobody at the library can work on this site. Have the library’s admin or the national library invite an editor or a publisher.',
  ),
  stale: (days: number) =>
    words(
      `已有 ${days} 天没有人修改或发布过网站。请看一遍各页的内容是否仍然准确，改好后发布。`,
      `Nobody has changed or published the site for ${days} days. Read its pages, mend what no longer holds, and publish.`,
    ),
  emptyShelf: words(
    '这个书架现在一本书也没有。请换一个检索条件，或者逐条挑选资源。',
    'This shelf shows no record at the moment. Change its saved search, or pick records one by one.',
  ),
  deadLink: (name: string, address: string) =>
    words(
      `链接“${name}”通往的 ${address} 多次没有回应。请改成现在的地址，或者去掉它。`,
      `The link “${name}” leads to ${address}, which has not answered time after time. Give its present address, or take it away.`,
    ),
} as const
