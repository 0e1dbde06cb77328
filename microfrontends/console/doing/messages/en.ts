/** Words of what is done: why it was not. */
export const doing = {
  'refused.no-account':
    'There is no such account, or it is switched off. Please check the account name, such as n33/editor-1.',
  'refused.no-device':
    'This account has no authenticator yet, so it cannot be given a role. Ask its owner to sign in, set up an authenticator on the account page, and try again.',
  'refused.reason': 'Please give a reason, at most 300 characters.',
  'refused.expires': 'The end must be after tomorrow, within a year.',
  'refused.held':
    'This account has the role already. To change its end, withdraw it first and grant it anew.',
  'refused.proposed': 'This account is proposed already. Please confirm or decline that proposal first.',
  'refused.busy': 'A colleague is changing this at the moment. Please look again in a minute.',
  'refused.given':
    'The role was given already. Confirm this proposal first, then withdraw the role among the members.',
  'refused.confirmed': 'This proposal was confirmed already.',
  'refused.declined': 'This proposal was declined already.',
  'refused.lapsed': 'This proposal has waited for more than 30 days and has lapsed. Please propose anew.',
  'refused.gone': 'This cannot be found; it may have changed a moment ago. Please reload the page.',
  'refused.no-library': 'There is no such library. Please choose again from the console’s first page.',
  'refused.begun-otherwise':
    'The site was begun with another template and is not finished. Choose that one, and it is.',
  'refused.second-person':
    'Neither who proposed nor who is proposed may confirm: another national admin has to.',
  'refused.signed-out': 'Not done: your sign-in has ended. What you have written is kept.',
  'refused.forbidden': 'Not done: your account may not do this, or its role was withdrawn a moment ago.',
  'refused.code': 'Not done: a fresh one-time code is needed. What you have written is kept.',
  'refused.away':
    'Not done: the sign-in system does not answer now. Please try again in a moment; what you have written is still here.',
  'refused.no-answer': 'No answer came: it may be done or not. Please press again; nothing is done twice.',
  'refused.fault':
    'Not done: something failed, and was noted. Please try again later, or tell your technicians.',
  'refused.settled': 'A colleague has settled it meanwhile. Please reload the page.',
  'refused.own': 'You made this invitation; somebody else accepts it.',
  'refused.no-right': 'Whoever invited you may not do so any more. Ask the library for a new invitation.',
  'refused.answered': 'This invitation was answered or taken back. Ask for a new one.',
  'refused.tries': 'Too many wrong codes. Wait an hour, or ask for a new invitation.',
  'refused.accepted': 'It was accepted already. To undo it, withdraw the role under members.',
  'refused.too-many-lists': 'Ten lists of this library wait to be imported. Give some up first.',
  'refused.too-large': 'The file is larger than 5 MB. Give it in as several files.',
  'refused.empty-file': 'The file is empty. Export it again.',
  'refused.columns':
    'Say first which column has the card number and which the name; no two may hold the same.',
  'refused.read-otherwise': 'The list was checked in another way meanwhile. Look at the new result first.',
  'refused.begun': 'The import has begun and cannot be given up.',
  'refused.full': 'There are 200 already that are not over. Withdraw some first.',
  'refused.unsettled':
    'Two people changed the same on a page and nobody has chosen yet. Choose there, then publish.',
  'refused.no-site': 'This library has no site yet.',
  'refused.input': 'Not done: something is filled in as it cannot be. Please check, and try again.',
} as const
