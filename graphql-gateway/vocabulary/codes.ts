// Short tables: dates, relations, access, statuses, languages, identifiers, paragraphs.
import { words, type Entry } from './words.ts'

/** What happened on a date. */
export const dateRoles = [
  { id: 'created', words: words('创作', 'Created') },
  { id: 'issued', words: words('发布', 'Issued') },
  { id: 'effective', words: words('施行', 'In force from') },
  { id: 'repealed', words: words('废止', 'Repealed') },
  { id: 'captured', words: words('采集', 'Captured') },
  { id: 'begins', words: words('开始', 'Begins') },
  { id: 'ends', words: words('结束', 'Ends') },
  { id: 'born', words: words('出生', 'Born') },
  { id: 'died', words: words('逝世', 'Died') },
  { id: 'founded', words: words('成立', 'Founded') },
] as const satisfies readonly Entry[]
export type DateRole = (typeof dateRoles)[number]['id']

/** How a record stands to another one. */
export const relationRoles = [
  { id: 'partOf', words: words('属于', 'Part of') },
  { id: 'hasPart', words: words('包含', 'Contains') },
  { id: 'editionOf', words: words('版本', 'Edition of') },
  { id: 'replaces', words: words('取代', 'Replaces') },
  { id: 'replacedBy', words: words('被取代', 'Replaced by') },
  { id: 'about', words: words('关于', 'About') },
  { id: 'recordingOf', words: words('录自', 'Recording of') },
  { id: 'captureOf', words: words('采自', 'Capture of') },
] as const satisfies readonly Entry[]
export type RelationRole = (typeof relationRoles)[number]['id']

/** Who may read a resource. */
export const accessPolicies = [
  { id: 'open', words: words('公开', 'Open to everybody') },
  { id: 'login', words: words('登录后可读', 'After signing in') },
  { id: 'card', words: words('持读者证可读', 'With a library card') },
  { id: 'onsite', words: words('馆内可读', 'In the library only') },
  { id: 'embargo', words: words('尚未开放', 'Not open yet') },
] as const satisfies readonly Entry[]
export type AccessPolicy = (typeof accessPolicies)[number]['id']

/** Statements of rights and licences by their addresses; one that is not here goes by its own label. */
export const rightsStatements = [
  {
    id: 'https://creativecommons.org/publicdomain/mark/1.0/',
    words: words('公有领域', 'Public domain'),
  },
  {
    id: 'https://creativecommons.org/publicdomain/zero/1.0/',
    words: words('CC0 公有领域贡献', 'CC0 public domain dedication'),
  },
  { id: 'https://creativecommons.org/licenses/by/4.0/', words: words('署名 4.0', 'Attribution 4.0') },
  {
    id: 'https://creativecommons.org/licenses/by-sa/4.0/',
    words: words('署名—相同方式共享 4.0', 'Attribution-ShareAlike 4.0'),
  },
  {
    id: 'https://creativecommons.org/licenses/by-nc/4.0/',
    words: words('署名—非商业性使用 4.0', 'Attribution-NonCommercial 4.0'),
  },
  {
    id: 'https://creativecommons.org/licenses/by-nd/4.0/',
    words: words('署名—禁止演绎 4.0', 'Attribution-NoDerivatives 4.0'),
  },
  {
    id: 'https://creativecommons.org/licenses/by-nc-sa/4.0/',
    words: words('署名—非商业性使用—相同方式共享 4.0', 'Attribution-NonCommercial-ShareAlike 4.0'),
  },
  {
    id: 'https://creativecommons.org/licenses/by-nc-nd/4.0/',
    words: words('署名—非商业性使用—禁止演绎 4.0', 'Attribution-NonCommercial-NoDerivatives 4.0'),
  },
] as const satisfies readonly Entry[]

/** How a library has a resource. */
export const holdingAccess = [
  { id: 'online', words: words('在线阅读', 'Read online') },
  { id: 'shelf', words: words('到馆借阅', 'Borrow at the library') },
] as const satisfies readonly Entry[]
export type HoldingAccess = (typeof holdingAccess)[number]['id']

/** Whether a rule is in force. */
export const statuses = [
  { id: 'pending', words: words('尚未施行', 'Not yet in force') },
  { id: 'inForce', words: words('现行有效', 'In force') },
  { id: 'amended', words: words('已被修改', 'Amended') },
  { id: 'repealed', words: words('已废止', 'Repealed') },
] as const satisfies readonly Entry[]
export type StatusId = (typeof statuses)[number]['id']

/** Languages of resources, as BCP 47 with the script. */
export const languages = [
  { id: 'zh', words: words('中文', 'Chinese') },
  { id: 'zh-Hans', words: words('中文（简体）', 'Chinese (simplified)') },
  { id: 'zh-Hant', words: words('中文（繁体）', 'Chinese (traditional)') },
  { id: 'lzh', words: words('文言文', 'Classical Chinese') },
  { id: 'lzh-Hans', words: words('文言文（简体字）', 'Classical Chinese (simplified characters)') },
  { id: 'lzh-Hant', words: words('文言文（繁体字）', 'Classical Chinese (traditional characters)') },
  { id: 'en', words: words('英文', 'English') },
] as const satisfies readonly Entry[]

/** Schemes of identifiers that have a name; others stand by themselves. */
export const identifierSchemes = [
  { id: 'isbn', words: words('国际标准书号', 'ISBN') },
  { id: 'issn', words: words('国际标准连续出版物号', 'ISSN') },
  { id: 'cn', words: words('国内统一连续出版物号', 'CN number') },
  { id: 'isrc', words: words('国际标准录音制品编码', 'ISRC') },
  { id: 'doi', words: words('数字对象唯一标识符', 'DOI') },
  { id: 'document', words: words('发文字号', 'Document number') },
  { id: 'index', words: words('索引号', 'Index number') },
  { id: 'accession', words: words('登录号', 'Accession number') },
  { id: 'callNumber', words: words('索书号', 'Call number') },
  { id: 'viaf', words: words('VIAF', 'VIAF') },
  { id: 'ark', words: words('ARK', 'ARK') },
  { id: 'url', words: words('网址', 'Address') },
] as const satisfies readonly Entry[]

/** How often a periodical comes out. */
export const frequencies = [
  { id: 'daily', words: words('日刊', 'Daily') },
  { id: 'weekly', words: words('周刊', 'Weekly') },
  { id: 'tenDays', words: words('旬刊', 'Every ten days') },
  { id: 'semimonthly', words: words('半月刊', 'Twice a month') },
  { id: 'monthly', words: words('月刊', 'Monthly') },
  { id: 'bimonthly', words: words('双月刊', 'Every two months') },
  { id: 'quarterly', words: words('季刊', 'Quarterly') },
  { id: 'semiannual', words: words('半年刊', 'Twice a year') },
  { id: 'annual', words: words('年刊', 'Yearly') },
  { id: 'irregular', words: words('不定期', 'Irregular') },
] as const satisfies readonly Entry[]
export type Frequency = (typeof frequencies)[number]['id']

/** What a name of a person is, beside the one by which the person is known. */
export const nameTypes = [
  { id: 'courtesy', words: words('字', 'Courtesy name') },
  { id: 'art', words: words('号', 'Art name') },
  { id: 'posthumous', words: words('谥号', 'Posthumous name') },
  { id: 'birth', words: words('本名', 'Name at birth') },
  { id: 'pen', words: words('笔名', 'Pen name') },
  { id: 'foreign', words: words('外文名', 'Foreign name') },
  { id: 'other', words: words('别名', 'Other name') },
] as const satisfies readonly Entry[]
export type NameType = (typeof nameTypes)[number]['id']

/** What a paragraph of a text is. */
export const paragraphKinds = ['verse', 'prose', 'heading', 'preface', 'note'] as const
export type ParagraphKind = (typeof paragraphKinds)[number]

/** What a file is to its record. */
export const fileRoles = [
  { id: 'master', words: words('保存级文件', 'Master') },
  { id: 'access', words: words('阅览文件', 'Reading copy') },
  { id: 'page', words: words('页', 'Page') },
  { id: 'track', words: words('音轨', 'Track') },
  { id: 'captions', words: words('字幕', 'Captions') },
  { id: 'cover', words: words('封面', 'Cover') },
] as const satisfies readonly Entry[]
export type FileRole = (typeof fileRoles)[number]['id']

/** How long a text is that can be read here: at most so many characters, signs and spaces not counted. */
export const lengths = [
  { id: 'brief', words: words('短章（40 字以内）', 'Very short (up to 40 characters)'), most: 40 },
  { id: 'short', words: words('短篇（100 字以内）', 'Short (up to 100 characters)'), most: 100 },
  { id: 'middle', words: words('中篇（1000 字以内）', 'Medium (up to 1,000 characters)'), most: 1_000 },
  { id: 'long', words: words('长篇（1000 字以上）', 'Long (over 1,000 characters)'), most: Infinity },
] as const satisfies readonly (Entry & { readonly most: number })[]
export type LengthId = (typeof lengths)[number]['id']
