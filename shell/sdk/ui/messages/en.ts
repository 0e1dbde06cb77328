/** What the widgets say in English, where a page gives them no words of its own. */
import type { WordKey } from './zh-CN.ts'

export const en = {
  'pages.label': 'Pages',
  'pages.previous': 'Previous',
  'pages.next': 'Next',
  'pages.page': 'Page {page}',
  'pages.of': 'Page {page} of {pages}',

  'facet.more': 'More: {name}',
  'facet.listed': 'The {n} most frequent of {total}.',

  'copy.copy': 'Copy',
  'copy.copied': 'Copied',

  'dialog.close': 'Close',

  'combobox.clear': 'Clear the choice “{text}”',
  'combobox.found.other': '{n} choices, use the up and down arrows to choose',
  'combobox.found.one': '{n} choice, use the down arrow to choose',
  'combobox.none': 'Nothing fits “{text}”',

  'state.loading': 'Loading',
  'state.empty': 'There is nothing here yet',
  'state.try': 'You could try',
  'state.notFound': 'There is no such page',
  'state.notFoundWhy': 'The address may have been copied wrongly, or what was here has moved.',
  'state.gone': 'This has been withdrawn',
  'state.goneWhen': 'Withdrawn on {date}',
  'state.goneReason': 'Reason: {reason}',
  'state.quoted': '“{text}”',

  'trouble.serverTitle': 'Not available just now',
  'trouble.server': 'The library’s system is not answering. The page updates when it answers.',
  'trouble.offline':
    'Your device is offline. The page updates once it is connected; what you entered is kept.',
  'trouble.refusedTitle': 'This request cannot be carried out',
  'trouble.refused': 'Please make it shorter and simpler.',
  'trouble.faultTitle': 'This page has a fault',
  'trouble.fault': 'The fault is ours and has been noted; trying again will not help.',
  'trouble.again': 'Try again',
  'trouble.asking': 'Trying…',
} satisfies Record<WordKey, string> & Record<string, string>
