import type { LanguageMessages } from '@shuxiang/sdk/contract'

export const printingEn: LanguageMessages = {
  'printing.title': 'The page as it is printed',
  'printing.lead':
    'What readers have on paper who print the page: no navigation, nothing to press, ink on white.',
  'printing.sheets': 'Sheets of A4: about {n}.',
  'printing.drawing': 'Setting the page…',
  'printing.paper': 'Print preview',
  'printing.print': 'Print…',
}
