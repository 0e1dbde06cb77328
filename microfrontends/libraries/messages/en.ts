/** What pages of libraries say in English. */
import type { MessageKey } from './zh-CN.ts'

/** A key `x.other` may have `x.one` beside it; Chinese needs none. */
type PluralForms = Partial<Record<OneOf<MessageKey>, string>>
type OneOf<Key> = Key extends `${infer Stem}.other` ? `${Stem}.one` : never

export const en = {
  'list.separator': ', ',
  'trouble.title': 'This page cannot be opened now',
  'trouble.text':
    'The library’s system does not answer at the moment. Nothing is lost; the page opens by itself when it is back.',
  'trouble.faultTitle': 'Something is wrong with this page',
  'trouble.fault':
    'This is a fault of ours and has been noted; trying again will not help. Search and other pages are not affected.',
  'page.loading': 'Opening',

  'near.find': 'Find the city nearest to me',
  'near.looking': 'Looking where you are…',
  'near.refused':
    'The browser does not let this page know where you are. Allow it in the browser’s settings, or look by name or by province.',
  'near.unknown':
    'This device cannot say where you are just now. Try again in a while, or look by name or by province.',
  'near.how': 'Where you are stays on this device. Places: GeoNames (CC BY 4.0).',

  'unknown.title': 'There is no such library',
  'unknown.why': 'The address may be wrong, or it is not listed yet. Look for it by name or by region.',
  'unknown.find': 'Find a library',

  'library.title': '{name} · {place}',
  'library.about': '{name}: opening hours, address, contact and holdings ({n}).',
  'library.way': 'Place',
  'library.all': 'Libraries',
  'library.level.NATIONAL': 'National library',
  'library.level.PROVINCE': 'Provincial library',
  'library.level.CITY': 'City library',
  'library.level.COUNTY': 'County library',
  'library.demonstration':
    'Demonstration data: this library is listed by a naming rule and not from a register.',
  'library.site': 'Go to the library’s site',
  'library.search': 'Search its holdings',
  'library.notices': 'Notices',

  'hours.title': 'Opening hours',
  'hours.today': 'Today',
  'hours.closed': 'Closed',
  'hours.next': 'Opens next: {day}, {time}',
  'hours.makeUp': 'working day in place of another',
  'hours.day': 'Day',
  'hours.times': 'Open',
  'hours.week': 'Seven days from today',
  'hours.allDay': 'all day',
  'hours.separator': ', ',
  'hours.unsaid': 'This library has not said when it is open. Ask it before you go.',
  'hours.away': 'The opening hours cannot be had just now. Please look again later.',

  'contact.title': 'Address and contact',
  'contact.address': 'Address',
  'contact.postalCode': 'Postal code',
  'contact.telephone': 'Telephone',
  'contact.email': 'E-mail',
  'contact.wechat': 'WeChat account',
  'contact.directions': 'How to get there',
  'contact.access': 'Access',
  'contact.unsaid': 'This library has not said its address or how to reach it.',
  'contact.away': 'Address and contact cannot be had just now. Please look again later.',

  'held.title': 'Holdings',
  'held.count.other': '{n} items of this library are listed here.',
  'held.count.one': '{n} item of this library is listed here.',
  'held.none': 'No holdings of this library are listed here. What is open to all can be read at home.',
  'held.away': 'The holdings cannot be had now; they appear by themselves when they are back.',
  'held.demonstration': 'The holdings are demonstration data too, and not what the library really has.',
  'held.all.other': 'See all {n}',
  'held.all.one': 'See it',
  'held.open': 'See what is open to all',
} as const satisfies Record<MessageKey, string> & PluralForms
