/**
 * The frame of a page as pure functions from data to escaped HTML text. What stands between masthead and footer comes
 * from blocks or microfrontends, inside `<main id="main" tabindex="-1">`.
 */
import { accountPanel as accountPanelHtml, identityNotices as identityNoticesHtml } from './frame/account.ts'
import type { AccountOptions } from './frame/account.ts'
import { apiPage as apiPageHtml } from './frame/api-page.ts'
import type { ApiPageOptions } from './frame/api-page.ts'
import { portalBrand } from './frame/brand.ts'
import { correctionPage as correctionPageHtml } from './frame/correction-page.ts'
import type { CorrectionPageOptions } from './frame/correction-page.ts'
import { errorPage as errorPageHtml } from './frame/error-page.ts'
import type { ErrorPageOptions } from './frame/error-page.ts'
import { feedbackPage as feedbackPageHtml } from './frame/feedback-page.ts'
import type { FeedbackPageOptions } from './frame/feedback-page.ts'
import { footer as footerHtml } from './frame/footer.ts'
import type { FooterOptions } from './frame/footer.ts'
import { masthead as mastheadHtml } from './frame/masthead.ts'
import type { MastheadOptions } from './frame/masthead.ts'
import type { Locale } from './frame/messages.ts'
import {
  emergencyBar as emergencyBarHtml,
  noticeBar as noticeBarHtml,
  urgentBar as urgentBarHtml,
} from './frame/notice.ts'
import type { NoticeOptions, UrgentOptions } from './frame/notice.ts'
import { preferencesPanel as preferencesPanelHtml } from './frame/preferences.ts'
import type { PreferencesOptions } from './frame/preferences.ts'
import { skeleton as skeletonHtml, unavailableBox as unavailableBoxHtml } from './frame/waiting.ts'
import type { UnavailableOptions } from './frame/waiting.ts'
import { jsonLdHtml } from './markup/json-ld.ts'

/** What stands in `main` where a letter to the library is asked for once more, or has arrived. */
export const feedbackPage = (options: FeedbackPageOptions): string => feedbackPageHtml(options).toString()
/** What stands in `main` where an error in a text is reported, or has been. */
export const correctionPage = (options: CorrectionPageOptions): string =>
  correctionPageHtml(options).toString()
/** Skip link and header: name, navigation, preferences. */
export const masthead = (options: MastheadOptions): string => mastheadHtml(options).toString()
/** The `<details>` with the preferences form alone; the masthead holds one already. */
export const preferencesPanel = (options: PreferencesOptions): string =>
  preferencesPanelHtml(options).toString()
/** Bars for an import under way and for being offline; empty when there is nothing to say. */
export const noticeBar = (options: NoticeOptions): string => noticeBarHtml(options).toString()
/** One sentence of the nation to everybody. */
export const emergencyBar = (options: { readonly sentence: string }): string =>
  emergencyBarHtml(options).toString()
/** What a library has to say at once. */
export const urgentBar = (options: UrgentOptions): string => urgentBarHtml(options).toString()
/** Who is signed in, for the masthead: to be filled in by the browser. */
export const accountPanel = (options: AccountOptions): string => accountPanelHtml(options).toString()
/** What a page may have to say of signing in, by the name that the runtime knows it by. */
export const identityNotices = (options: { readonly locale: Locale }): (readonly [string, string])[] =>
  identityNoticesHtml(options).map(([name, notice]) => [name, notice.toString()])
export const footer = (options: FooterOptions): string => footerHtml(options).toString()
/** Content of `main` for 404, 410, 421, 500 and 503. */
export const errorPage = (options: ErrorPageOptions): string => errorPageHtml(options).toString()
/** Content of `main` for a browser at the address of the GraphQL interface. */
export const apiPage = (options: ApiPageOptions): string => apiPageHtml(options).toString()
/** Content of `main` while a microfrontend loads. */
export const skeleton = (options: { readonly locale: Locale }): string => skeletonHtml(options).toString()
/** A named box with a retry link in the place of a part that failed. */
export const unavailableBox = (options: UnavailableOptions): string => unavailableBoxHtml(options).toString()
/** `<script type="application/ld+json">` for each object. */
export const jsonLd = (objects: readonly object[]): string => jsonLdHtml(objects).toString()

export { portalBrand }
export type { Brand, Logo } from './frame/brand.ts'
export { apiTitle } from './frame/api-page.ts'
export type { ApiPageOptions } from './frame/api-page.ts'
export { errorTitle } from './frame/error-page.ts'
export type { ErrorPageOptions, ErrorStatus } from './frame/error-page.ts'
export type { Filings } from './frame/filings.ts'
export type { FooterOptions } from './frame/footer.ts'
export type { FrameLink } from './frame/links.ts'
export type { MastheadOptions } from './frame/masthead.ts'
export { locales } from './frame/messages.ts'
export type { Locale } from './frame/messages.ts'
export type { NoticeOptions } from './frame/notice.ts'
export { displays, scripts, sizes } from './frame/preferences.ts'
export type { Display, Preferences, PreferencesOptions, Script, Size } from './frame/preferences.ts'
export type { UnavailableOptions } from './frame/waiting.ts'
export { correctionTitle, correctionTroubleWords } from './frame/correction-page.ts'
export type { CorrectionPageOptions } from './frame/correction-page.ts'
export { longestCorrection } from './markup/correction-form.ts'
export type { CorrectionTrouble, CorrectionValues } from './markup/correction-form.ts'
export { feedbackTitle } from './frame/feedback-page.ts'
export type { FeedbackPageOptions, FeedbackTrouble } from './frame/feedback-page.ts'
export {
  count,
  escape,
  feedbackAt,
  feedbackKinds,
  frameSandbox,
  longestFeedback,
  safeUrl,
} from './markup/index.ts'
export type { FeedbackKind, FeedbackValues } from './markup/index.ts'
