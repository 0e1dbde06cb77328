// What may be wrong with what a reader typed, and what may stop a page: each sentence says what to do.
import { words, type Words } from '@shuxiang/vocabulary'

/** Sentences for a form. They tell nothing that the reader did not know: unknown, wrong and locked are one sentence. */
export const problems = {
  'library-missing': words('请填办证的图书馆。', 'Enter the library that issued your card.'),
  'library-unknown': words(
    '没有找到这家图书馆。请只填馆名里的地名，如“余杭”；证上印的馆名最准。',
    'No library of that name was found. Enter only the place in its Chinese name.',
  ),
  'library-several': words('有几家图书馆叫这个名字，请选一家。', 'Several libraries match. Choose one.'),
  'library-many': words(
    '叫这个名字的图书馆太多，请加上省、市或区县的名字。',
    'Too many libraries match. Add the province, city or county.',
  ),
  'card-missing': words('请填读者证号。', 'Enter your card number.'),
  'card-shape': words(
    '读者证号只有字母、数字和连字符。请照证上印的填；如有形似的外文字母，请换回英文字母。',
    'A card number has only letters, digits and hyphens. Enter it as printed, in plain Latin letters.',
  ),
  'card-long': words(
    '读者证号太长，最多 60 个字符。请照证上印的填。',
    'The card number is too long: at most 60 characters. Enter it as printed.',
  ),
  'password-missing': words('请填密码。', 'Enter your password.'),
  refused: words(
    '图书馆、证号或密码不对，或者错得太多次。请核对后再试；连错五次后，要等一分钟以上。',
    'The library, card number or password is wrong, or there were too many tries. Check them and try again; after five wrong tries, wait a minute or more.',
  ),
  'code-missing': words('请填动态口令。', 'Enter the one-time code.'),
  'code-shape': words('动态口令是 6 位数字。', 'The one-time code has 6 digits.'),
  'code-refused': words(
    '口令不对、已经用过，或者错得太多次。请等应用换出新口令再填；连错五次后，要等一分钟以上。手机的时间要准。',
    'The code is wrong or used already, or there were too many tries. Wait for the next code and try again; after five wrong tries, wait a minute or more. The clock of the phone must be right.',
  ),
  'enrol-refused': words(
    '口令和密钥对不上。请核对密钥，等应用换出新口令再填；手机的时间要准。',
    'The code does not fit the key. Check the key, wait for the next code and enter that; the clock of the phone must be right.',
  ),
  'current-missing': words('请填现在的密码。', 'Enter your present password.'),
  'current-refused': words(
    '现在的密码不对，或者错得太多次。请核对后再试；连错五次后，要等一分钟以上。',
    'The present password is wrong, or there were too many tries. Check it and try again; after five wrong tries, wait a minute or more.',
  ),
  'chosen-missing': words('请填新密码。', 'Enter a new password.'),
  'chosen-short': words(
    '新密码太短，至少 8 个字符。',
    'The new password is too short: at least 8 characters.',
  ),
  'chosen-long': words(
    '新密码太长，最多 256 个字符。',
    'The new password is too long: at most 256 characters.',
  ),
  'chosen-name': words(
    '新密码不能含有读者证号。请换一个。',
    'The new password must not contain the card number. Choose another.',
  ),
  'chosen-common': words(
    '这个密码太常见，别人一猜就中。请换一个，几个不相干的词连起来就很好。',
    'This password is too common and would be guessed. Choose another; a few unrelated words together are good.',
  ),
  'chosen-date': words(
    '新密码不能是生日或日期。请换一个，几个不相干的词连起来就很好。',
    'The new password must not be a birthday or a date. Choose another; a few unrelated words together are good.',
  ),
  'chosen-refused': words(
    '登录系统不接受这个密码。请换一个更长的，或者没有用过的；激活码没有用掉。',
    'The sign-in system does not take this password. Choose a longer one, or one that you did not use before; your code is still good.',
  ),
  'repeat-differs': words(
    '两次填的新密码不一样，请再填一次。',
    'The two new passwords differ. Enter them again.',
  ),
  'activation-missing': words('请填激活码。', 'Enter the activation code.'),
  'activation-refused': words(
    '图书馆、证号或激活码不对，或者激活码已用过、已过期，或者错得太多次。请核对后再试；错过几次的，请等一刻钟；仍不行，请到办证的图书馆换一个新的激活码。',
    'The library, card number or activation code is wrong, or the code is used or expired, or there were too many tries. Check them and try again, after several tries in a quarter of an hour; if it still fails, ask your library for a new code.',
  ),
  'activation-needs-guardian': words(
    '这是未满 14 岁读者的证，要由监护人开通。请家长登录自己的账户，在“我的书房”的“账户与设备”里添加孩子，再回到这里设密码。激活码没有用掉。',
    'This card is a child’s, and a guardian opens its account. Please have a parent sign in with an account of their own and add the child in “My library”, under “Account and devices”; then come back here to set the password. The code is still good.',
  ),
  'provider-away': words(
    '登录系统暂时没有回应，读者证还没有开通。激活码没有用掉，请补上密码，过几分钟再按一次按钮。',
    'The sign-in system gives no answer at the moment, and the card is not active yet. Your code is still good: add the password and press the button again in a few minutes.',
  ),
  'no-cookies': words(
    '浏览器没有带回本站的 Cookie。请在浏览器设置里允许本站使用 Cookie，再按一次按钮。',
    'The browser did not return the cookie of this site. Allow cookies for this site and press the button again.',
  ),
  stale: words(
    '这一页开得太久了。填的内容还在，请补上密码，再按一次按钮。',
    'This page was open for too long. What you typed is kept; add the password and press the button again.',
  ),
} as const satisfies Record<string, Words>

export type Problem = keyof typeof problems

/** What stopped a page altogether. */
export const troubles = {
  expired: {
    title: words('登录已经中断', 'This sign-in has ended'),
    text: words(
      '这次登录隔得太久，或者已在别的窗口完成，或者同一网络里刚开始的登录太多，把它挤掉了。请回去再按一次“登录”；在别处登录成功的，回去就能看到。',
      'It took too long, was finished in another window, or gave way to very many newer ones of the same network. Go back and sign in again; if you are signed in already, you will see it there.',
    ),
  },
  'no-device': {
    title: words('这一步需要动态口令', 'This needs a one-time code'),
    text: words(
      '您的账户还没有登记动态口令设备。请先登记，再回去做这一步。',
      'Your account has no device for one-time codes yet. Set one up, go back and do this again.',
    ),
  },
  'signed-out': {
    title: words('请先登录', 'Please sign in first'),
    text: words('登录以后才能看到账户。', 'Your account is shown to you alone.'),
  },
  cookies: {
    title: words('浏览器没有接受 Cookie', 'The browser refused the cookie'),
    text: words(
      '登录需要本站的 Cookie。请在浏览器设置里允许本站使用 Cookie，再回去重新登录。',
      'Signing in needs a cookie of this site. Allow it in the settings of the browser, go back and sign in again.',
    ),
  },
  'bad-request': {
    title: words('这个登录地址不对', 'This sign-in address is wrong'),
    text: words(
      '地址可能抄漏了，或者来自不认识的网站。请从图书馆的网站重新登录，不要在别处填密码。',
      'It may be incomplete, or come from an unknown site. Sign in again from the website of your library, and enter your password nowhere else.',
    ),
  },
  'not-found': {
    title: words('没有这一页', 'There is no such page'),
    text: words(
      '地址可能抄错了。请回到首页，从那里登录。',
      'The address may be wrong. Go back and sign in from there.',
    ),
  },
  'too-large': {
    title: words('填的内容太长', 'What was sent is too long'),
    text: words(
      '表单超出了允许的长度，没有处理。请按浏览器的返回键，缩短以后再试。',
      'The form was longer than allowed and was not read. Press Back in the browser, shorten it and try again.',
    ),
  },
  'one-card': {
    title: words('每张读者证有自己的账户', 'Each card has an account of its own'),
    text: words(
      '这里不能把第二张证加到账户里。请用激活码另外开通这张证，然后用它的证号登录。',
      'A second card cannot be added to an account here. Activate it with its own code, and sign in with its number.',
    ),
  },
  unavailable: {
    title: words('暂时无法登录', 'Signing in is not possible at the moment'),
    text: words(
      '系统出了问题，不是您填错了。看书、检索不受影响，请过几分钟再登录。',
      'Something failed on our side; you did nothing wrong. Reading and searching still work. Try again in a few minutes.',
    ),
  },
} as const satisfies Record<string, { readonly title: Words; readonly text: Words }>

export type Trouble = keyof typeof troubles
