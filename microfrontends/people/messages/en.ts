/** What people and topics say in English. */
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
  'page.paged': '{title} · page {page}',

  'unknown.title': 'There is no such person',
  'unknown.why': 'The address may be wrong. Search by name, courtesy name, art name or pinyin.',
  'unknown.topicTitle': 'There is no such topic',
  'unknown.topicWhy': 'The address may be wrong, or there is nothing on this topic here yet.',
  'unknown.search': 'Search all resources',
  'unknown.browse': 'Browse ages, people and tunes',
  'gone.title': 'There are no works by {name} here any more',
  'gone.why': 'All records of this person have been withdrawn.',

  'crumbs.label': 'You are here',

  'browse.title': 'Browse',
  'browse.facetTitle': 'Browse: {name}',
  'browse.lead': 'There are {n} works here. Begin with an age, a person or a tune.',
  'browse.about': 'Browse {n} works here by {names}.',
  'browse.facetAbout': 'Browse by {name}: {n} in all, those with most works first.',
  'browse.random': 'Show me anything',
  'browse.of.period': 'Periods',
  'browse.of.author': 'People',
  'browse.of.form': 'Forms',
  'browse.of.tune': 'Tunes',
  'browse.of.subject': 'Themes',
  'browse.of.collection': 'Collections',
  'browse.more': '{name}: all {n}',
  'browse.most': '{all} in all, those with most works first: {from} to {to}.',
  'browse.pages': 'Pages of the list',
  'browse.empty': 'There is nothing to browse here yet.',

  'person.title': '{name} ({lifetime})',
  'person.about.other': '{name}, {period}: {n} works, with life, other names and people of the same time.',
  'person.about.one': '{name}, {period}: {n} work, with life, other names and people of the same time.',
  'person.facts': 'Names and dates',
  'person.lifetime': 'Lived',
  'person.period': 'Period',
  'person.biography': 'Life',
  'person.whole': 'Read all',
  'person.biographyFrom': 'Source of this biography: ',
  'person.factsFrom': 'Dates and names after {books}',
  'person.near': 'People of the same time',
  'person.nearWorks.other': '{n} works',
  'person.nearWorks.one': '{n} work',
  'person.works': 'Works',
  'person.goWorks.other': 'See {n} works',
  'person.goWorks.one': 'See {n} work',

  'topic.about.other': '{facet}: {name}, {n} works.',
  'topic.about.one': '{facet}: {name}, {n} work.',
  'topic.people': 'Authors',

  'works.count.other': '{n} works',
  'works.count.one': '{n} work',
  'works.search': 'Search within these',
  'works.find': 'Search',
  'works.sort': 'Sort by',
  'works.sort.popular': 'Best known',
  'works.sort.title': 'Title',
  'works.filter': 'Narrow by {name}',
  'person.lifeLanguage': 'This life is told in Chinese; there is no English text of it here yet.',
  'works.all': 'All',
  'works.formless': 'form not given',
  'works.away': 'The list of works cannot be had now; it appears by itself when it is back.',
  'works.none': 'No work fits what was chosen.',
  'works.clear': 'Show all works',
  'works.pages': 'Pages of works',
} as const satisfies Record<MessageKey, string> & PluralForms
