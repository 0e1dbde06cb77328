import type { LanguageMessages } from '@shuxiang/sdk/contract'

export const namedEn: LanguageMessages = {
  'named.choose': 'Choose',
  'named.gone': '{name} (not there now)',
  'named.loading': 'Looking what there is…',
  'named.away': 'What there is cannot be looked up now. Type the name, or come back later.',
  'named.noOffers': 'No service that can stand on a page is installed now.',
  'named.noParts':
    'There is no shared part yet. Pages that the nation and provinces write below /parts/ of their sites are listed here once they are published.',
}
