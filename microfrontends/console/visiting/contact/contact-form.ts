/** Where a library is and how it is reached, as a form holds it, and as the graph takes it. */
import type { ContactInput, VisitingContactData } from '../../operations.generated.ts'
import { bothOf, noText, textsOf, type BothTexts } from '../writing/both-texts.ts'
import { isEmail, isTelephone } from '../writing/checks.ts'
import type { Faults } from '../writing/use-writing.ts'

export interface ContactForm {
  address: BothTexts
  postalCode: string
  telephones: { name: BothTexts; number: string }[]
  email: string
  wechat: string
  directions: BothTexts
  access: BothTexts
  complaintTelephone: string
  complaintEmail: string
  complaintText: BothTexts
}

type Contact = NonNullable<NonNullable<VisitingContactData['visitingDesk']>['contact']>

export const newTelephone = () => ({ name: noText(), number: '' })

export const contactForm = (contact: Contact | null): ContactForm => ({
  address: bothOf(contact?.address ?? []),
  postalCode: contact?.postalCode ?? '',
  telephones: contact
    ? contact.telephones.map(({ name, number }) => ({ name: bothOf(name), number }))
    : [newTelephone()],
  email: contact?.email ?? '',
  wechat: contact?.wechat ?? '',
  directions: bothOf(contact?.directions ?? []),
  access: bothOf(contact?.access ?? []),
  complaintTelephone: contact?.complaints.telephone ?? '',
  complaintEmail: contact?.complaints.email ?? '',
  complaintText: bothOf(contact?.complaints.text ?? []),
})

const line = (text: string): string | null => text.trim() || null

/** A telephone without name and number is one that nobody filled in. */
const isEmpty = ({ name, number }: ContactForm['telephones'][number]): boolean =>
  number.trim() === '' && textsOf(name).length === 0

/** Of a form without faults. */
export const contactInput = (form: ContactForm): ContactInput => ({
  address: textsOf(form.address),
  postalCode: line(form.postalCode),
  telephones: form.telephones
    .filter((each) => !isEmpty(each))
    .map(({ name, number }) => ({ name: textsOf(name), number: number.trim() })),
  email: line(form.email),
  wechat: line(form.wechat),
  directions: textsOf(form.directions),
  access: textsOf(form.access),
  complaints: {
    telephone: line(form.complaintTelephone),
    email: line(form.complaintEmail),
    text: textsOf(form.complaintText),
  },
})

export function contactFaults(form: ContactForm): Faults {
  const wrong = (text: string, is: (text: string) => boolean): boolean =>
    text.trim() !== '' && !is(text.trim())
  return {
    ...(wrong(form.postalCode, (text) => /^\d{6}$/.test(text)) && { 'contact-postalCode': 'postalCode' }),
    ...Object.fromEntries(
      form.telephones.flatMap((each, n) =>
        isEmpty(each) || isTelephone(each.number.trim()) ? [] : [[`contact-telephone-${n}`, 'telephone']],
      ),
    ),
    ...(wrong(form.email, isEmail) && { 'contact-email': 'email' }),
    ...(wrong(form.complaintTelephone, isTelephone) && { 'contact-complaintTelephone': 'telephone' }),
    ...(wrong(form.complaintEmail, isEmail) && { 'contact-complaintEmail': 'email' }),
  }
}
