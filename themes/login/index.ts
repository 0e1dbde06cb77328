/** Pages of signing in, as pure functions from what they show to markup; runs anywhere. */
import { account } from './pages/account.ts'
import { activate } from './pages/activate.ts'
import { done, error, signedOut, signOut } from './pages/endings.ts'
import { enrolDevice } from './pages/enrol-device.ts'
import { newPassword } from './pages/new-password.ts'
import { oneTimeCode } from './pages/one-time-code.ts'
import { signIn } from './pages/sign-in.ts'
import { documentOf, type Content } from './frame.ts'
import type { LoginFrame, LoginPage } from './page.ts'

export type {
  AccountPage,
  ActivatePage,
  DonePage,
  EnrolDevicePage,
  ErrorPage,
  Fault,
  FieldName,
  LibraryChoice,
  LibraryName,
  LoginFrame,
  LoginPage,
  NewPasswordPage,
  OneTimeCodePage,
  PageForm,
  PageLink,
  SignedOutPage,
  SignInPage,
  SignOutPage,
} from './page.ts'
export type { Problem, Trouble } from './words/problems.ts'

/** The whole document. Errors: `TypeError` when an address in it is neither a path nor http(s). */
export function renderLoginPage(page: LoginPage, frame: LoginFrame): string {
  return documentOf(frame, contentOf(page, frame))
}

function contentOf(page: LoginPage, frame: LoginFrame): Content {
  switch (page.page) {
    case 'sign-in':
      return signIn(page, frame)
    case 'one-time-code':
      return oneTimeCode(page, frame)
    case 'new-password':
      return newPassword(page, frame)
    case 'enrol-device':
      return enrolDevice(page, frame)
    case 'activate':
      return activate(page, frame)
    case 'account':
      return account(page, frame)
    case 'sign-out':
      return signOut(page, frame)
    case 'signed-out':
      return signedOut(page, frame)
    case 'done':
      return done(page, frame)
    case 'error':
      return error(page, frame)
  }
}
