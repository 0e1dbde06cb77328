/** Every rule there is, in the order in which findings of one gravity are told: first what the law asks for. */
import type { Rule } from '../finding.ts'
import { altText } from './alt-text.ts'
import { bidiControls } from './bidi-controls.ts'
import { closureNotice } from './closure-notice.ts'
import { complaints } from './complaints.ts'
import { contact } from './contact.ts'
import { contrast } from './contrast.ts'
import { customCode } from './custom-code.ts'
import { filingNumber } from './filing-number.ts'
import { headingOrder } from './heading-order.ts'
import { internalLinks } from './internal-links.ts'
import { languages } from './languages.ts'
import { lendingRules } from './lending-rules.ts'
import { linkText } from './link-text.ts'
import { offers } from './offers.ts'
import { openingHours } from './opening-hours.ts'
import { pageTimes } from './page-times.ts'
import { schema } from './schema.ts'
import { sensitiveWords } from './sensitive-words.ts'
import { sizeBudgetRule } from './size-budget.ts'
import { statementsRule } from './statements.ts'
import { unsafeAddresses } from './unsafe-addresses.ts'

export const rules: readonly Rule[] = [
  schema,
  unsafeAddresses,
  internalLinks,
  customCode,
  offers,
  pageTimes,
  openingHours,
  lendingRules,
  contact,
  complaints,
  closureNotice,
  filingNumber,
  statementsRule,
  altText,
  headingOrder,
  linkText,
  contrast,
  languages,
  bidiControls,
  sizeBudgetRule,
  sensitiveWords,
]
