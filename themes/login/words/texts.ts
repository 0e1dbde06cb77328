// The running text of login pages.
import { words, type InterfaceLanguage, type Words } from '@shuxiang/vocabulary'

const texts = {
  skip: words('跳到正文', 'Skip to the content'),
  faultsOne: words('有一处要改', 'One thing to correct'),
  faultsMany: words('有 {n} 处要改', '{n} things to correct'),
  language: words('语言', 'Language'),
  showPassword: words('显示密码', 'Show password'),
  capsLock: words('大写锁定已打开。', 'Caps Lock is on.'),
  signInPlace: words('登录', 'sign-in'),
  accountPlace: words('账户与安全', 'your account'),
  back: words('返回{name}', 'Back to {name}'),
  privacy: words(
    '只用于验证身份。密码不会交给图书馆，也不会交给任何网站。',
    'Used only to know that it is you. Your password goes to no library and no website.',
  ),

  signIn: words('读者登录', 'Sign in'),
  signInConsole: words('工作人员登录', 'Sign in to the console'),
  signInLede: words('一张读者证，全国各馆通用。', 'One card, every library in the country.'),
  signInSite: words('登录后回到{name}。', 'You will return to {name}.'),
  signInAgain: words(
    '为了确认是您本人，请再填一次密码。',
    'To make sure that it is you, enter your password again.',
  ),
  signInStaff: words(
    '这里是工作后台，用您的工作账号登录。',
    'This is the staff console; sign in with the account of your work.',
  ),
  staffLibrary: words('您工作的图书馆', 'Library that you work for'),
  staffCard: words('工作账号', 'Staff account'),
  staffCardHint: words(
    '填账号里斜杠后面的部分：账号是 n33/admin-1，就填 admin-1',
    'What stands behind the slash in your account: for n33/admin-1 type admin-1',
  ),
  library: words('办证的图书馆', 'Library that issued your card'),
  libraryHint: words('填馆名里的几个字即可，如“余杭区”', 'A few characters of its Chinese name will do'),
  candidates: words('请选一家图书馆', 'Choose a library'),
  card: words('读者证号', 'Card number'),
  cardHint: words(
    '照证上印的填；空格、大小写都不要紧',
    'As printed on the card; spaces and capitals do not matter',
  ),
  password: words('密码', 'Password'),
  remember: words('在这台设备上保持登录', 'Keep me signed in on this device'),
  rememberHint: words('公用电脑请不要勾选', 'Not on a shared computer'),
  signInDo: words('登录', 'Sign in'),
  first: words('第一次用，或者忘了密码？', 'First time here, or forgot your password?'),
  toActivate: words('用激活码开通读者证', 'Activate your card with a code'),
  firstHint: words('激活码由办证的图书馆发给。', 'Your library gives you the code.'),

  oneTimeCode: words('动态口令', 'One-time code'),
  oneTimeCodeLede: words(
    '打开手机上的验证器应用，填现在显示的 6 位数字。',
    'Open the authenticator app on your phone and enter the 6 digits it shows now.',
  ),
  code: words('6 位数字', '6 digits'),
  confirm: words('确认', 'Confirm'),
  account: words('账户', 'Account'),

  newPassword: words('设置新密码', 'Set a new password'),
  newPasswordLede: words(
    '图书馆给的密码只能用一次。请设一个只有您知道的。',
    'The password from your library works only once. Set one that only you know.',
  ),
  changePassword: words('修改密码', 'Change password'),
  current: words('现在的密码', 'Present password'),
  chosen: words('新密码', 'New password'),
  chosenHint: words(
    '至少 8 个字符，越长越好，一句话也行。不要用生日和证号',
    'At least 8 characters; longer is better, a sentence is fine. No birthday, no card number',
  ),
  repeat: words('再填一次新密码', 'New password again'),
  save: words('保存', 'Save'),

  enrolDevice: words('登记动态口令', 'Set up one-time codes'),
  enrolDeviceLede: words(
    '工作人员和重要操作除密码外还要动态口令，密码被人知道也进不来。',
    'Staff, and important steps, need a one-time code besides the password, so that a stolen password is not enough.',
  ),
  enrolStepApp: words(
    '在手机上打开任一款验证器应用，选“扫描二维码”。',
    'Open any authenticator app on your phone and choose to scan a code.',
  ),
  enrolStepScan: words(
    '扫描这个二维码，或者手工填下面的密钥。',
    'Scan this code, or enter the key below by hand.',
  ),
  enrolPicture: words('验证器应用的二维码', 'Code for the authenticator app'),
  enrolKey: words('密钥', 'Key'),
  enrolOpen: words('在这台设备的验证器里打开', 'Open in an authenticator on this device'),
  enrolStepCode: words('填应用显示的 6 位数字。', 'Enter the 6 digits that the app shows.'),
  previous: words('现在的设备显示的 6 位数字', '6 digits from your present device'),
  newCode: words('新设备显示的 6 位数字', '6 digits from the new device'),
  enrolDo: words('登记', 'Set up'),

  activate: words('开通读者证', 'Activate your card'),
  activateLede: words(
    '填证号和图书馆发的激活码，设好密码，就能登录全国各馆。忘了密码，也请换一个激活码在这里重设。',
    'Enter your card number and the code from your library, and set a password. If you forgot your password, ask your library for a new code and set it again here.',
  ),
  attach: words('添加读者证', 'Add a card'),
  attachLede: words(
    '把另一家图书馆的读者证加到您的账户。以后用哪张证登录，都是同一个账户。',
    'Add a card of another library to your account. Whichever card you sign in with, the account is the same.',
  ),
  activation: words('激活码', 'Activation code'),
  activationHint: words(
    '图书馆发给的一次性激活码；空格、连字符都不要紧',
    'The one-time code from your library; spaces and hyphens do not matter',
  ),
  activateDo: words('开通', 'Activate'),
  attachDo: words('添加', 'Add'),

  accountPage: words('账户与安全', 'Account and security'),
  name: words('姓名', 'Name'),
  cards: words('读者证', 'Cards'),
  deviceState: words('动态口令', 'One-time codes'),
  deviceOn: words('已登记', 'Set up'),
  deviceOff: words('未登记', 'Not set up'),
  deviceChange: words('换一台设备', 'Change the device'),
  deviceAdd: words('登记设备', 'Set up a device'),
  passwordState: words('已设置', 'Set'),
  signOut: words('退出登录', 'Sign out'),

  signOutPage: words('退出登录？', 'Sign out?'),
  signOutLede: words(
    '退出后，在各馆网站上都要重新登录。没有保存的内容请先保存。',
    'You will be signed out of every library site. Save first what is not saved.',
  ),
  signOutStay: words('不退出', 'Stay signed in'),
  signedOut: words('已退出登录', 'You are signed out'),
  signedOutLede: words(
    '在公用电脑上，请把浏览器窗口也关掉。',
    'On a shared computer, close the windows of the browser too.',
  ),

  doneActivated: words('读者证已开通', 'Your card is active'),
  doneActivatedText: words(
    '现在可以用 {username} 和新密码登录。',
    'You can now sign in as {username} with your new password.',
  ),
  doneAttached: words('读者证已添加', 'The card is added'),
  doneAttachedText: words('{username} 已加到您的账户。', '{username} belongs to your account now.'),
  donePassword: words('密码已修改', 'Your password is changed'),
  donePasswordText: words(
    '以后请用新密码登录。在别的设备上已经退出登录。',
    'Use the new password from now on. You are signed out on every other device.',
  ),
  doneDevice: words('动态口令已登记', 'One-time codes are set up'),
  doneDeviceText: words(
    '需要动态口令时，请打开验证器应用。手机丢失时，请联系本馆管理员。',
    'When a one-time code is asked for, open the app. If you lose the phone, tell the administrator of your library.',
  ),
  next: words('继续', 'Continue'),
  toSignIn: words('去登录', 'Sign in'),
  requestId: words('求助时请报编号', 'When you ask for help, give the number'),
} as const satisfies Record<string, Words>

export type Text = keyof typeof texts

/** A text with `{name}` and the like filled in. The caller escapes. */
export function say(
  locale: InterfaceLanguage,
  text: Text,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return texts[text][locale].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
