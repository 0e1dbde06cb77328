/** The articles that rules name. Each was read in the text of the law; none stands here from memory. */
import { words, type Words } from '@shuxiang/vocabulary'

/** What a library must tell on its site, and closures in advance. */
export const publicLibraryLaw38: Words = words('《公共图书馆法》第三十八条', 'Public Library Law, article 38')
/** A way to complain, and answers. */
export const publicLibraryLaw42: Words = words('《公共图书馆法》第四十二条', 'Public Library Law, article 42')
/** What readers borrow and who they are is protected. */
export const publicLibraryLaw43: Words = words('《公共图书馆法》第四十三条', 'Public Library Law, article 43')
/** Sites paid for by the public are to meet the standards of accessibility. */
export const barrierFreeLaw32: Words = words(
  '《无障碍环境建设法》第三十二条',
  'Barrier-Free Environment Law, article 32',
)
/** The filing number stands on the home page. */
export const internetServices12: Words = words(
  '《互联网信息服务管理办法》第十二条',
  'Measures on Internet Information Services, article 12',
)

/** A heading, or the title of a page, under which a site tells how one borrows. */
export const headsLending = /借阅|外借|借还|借书|\b(?:borrow|lending|loans?)/i
