/** Words of the frame, and those that sections share. */
export const frame = {
  'frame.sections': 'Sections of the console',
  'frame.noSection':
    'The console has no such section. The address may be mistyped, or the section was renamed.',
  'frame.toHome': 'Back to the console',
  'health.title': 'Health of sites',
  'publishing.title': 'Publish the site',
  'ownCode.title': 'Custom code',
  'feedback.title': 'Feedback of readers',
  'corrections.title': 'Corrections',
  'hosts.title': 'Hosts of the site',
  'files.title': 'Pictures and files',
  'overrides.title': 'Emergencies and take-downs',
  'templateUpdates.title': 'Template updates',
  'visiting.title': 'Opening hours and notices',
  'visiting.back': '← Opening hours and notices',
  'frame.refused': 'You cannot use this section at this library',
  'frame.refusedWhy':
    'Your account has no role for it at this library. If your work needs it, please ask an admin of this library.',

  'door.opening': 'Opening the console',
  'door.script': 'The console checks your sign-in in the browser, so it needs scripts to be allowed.',
  'door.sign-in': 'Please sign in with a staff account',
  'door.sign-in.why':
    'The console is for people who work for a library; readers’ accounts do not open it. Signing in takes your password and a one-time code from your authenticator.',
  'door.ended': 'Your sign-in has ended',
  'door.ended.why': 'What you have written is still here. Sign in again, and you come back to it.',
  'door.code': 'A one-time code is needed too',
  'door.code.why':
    'You are signed in. Before the console opens, please enter the one-time code from your authenticator.',
  'door.no-staff': 'This is not a staff account',
  'door.no-staff.why':
    'The console is for people who work for a library. If you do, please sign in with your staff account; readers look after their shelf in “My library”.',
  'door.no-role': 'You have no role at present',
  'door.no-role.why':
    'Your account has no role at any library now: it may have ended or been withdrawn. Please ask a library admin; once a role is granted, reload this page.',
  'door.signIn': 'Sign in',
  'door.giveCode': 'Enter a code',
  'door.change': 'Use another account',
  'door.toReader': 'Go to My library',

  'answer.code': 'Please confirm once more that it is you',
  'answer.code.why': 'Your last one-time code is too long ago. Enter a new one, and you come back here.',
  'answer.sign-in': 'Your sign-in has ended',
  'answer.sign-in.why': 'Please sign in again; you come back here.',
  'answer.refused': 'You may not see this',
  'answer.refused.why':
    'Your account has no role for it, or it was withdrawn a moment ago. This request was noted in the audit log.',
  'answer.wrong': 'There is no such library',
  'answer.wrong.why':
    'The library code in the address may be mistyped. Please choose again from the console’s first page.',

  'library.all': 'All libraries',
  'library.toAll': 'Show all libraries',
  'library.change': 'Another library',
  'library.own': 'Libraries you work for',
  'library.choose': 'Choose a library',
  'library.name': 'How its name begins, or its code',
  'library.example': 'Such as 浙江图书馆',
  'library.away':
    'The library system cannot be reached, so no library can be found. Please try again in a moment.',

  'role.EDITOR': 'Editor',
  'role.PUBLISHER': 'Publisher',
  'role.BRANCH_ADMIN': 'Library admin',
  'role.NATIONAL_EDITOR': 'National editor',
  'role.NATIONAL_ADMIN': 'National admin',
  'role.AUDITOR': 'Auditor',
} as const
