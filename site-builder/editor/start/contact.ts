/** Where the library is and how it is reached, as a beginning asks for it. Pure. */
import type { ContactInput, StartVisitingData } from '../operations.generated.ts'

type Contact = NonNullable<NonNullable<StartVisitingData['visitingDesk']>['contact']>

export interface ContactForm {
  readonly address: string
  readonly telephone: string
  readonly email: string
  /** Where readers complain. */
  readonly complaints: string
}

const chinese = 'zh-CN'

export function contactForm(contact: Contact | null): ContactForm {
  return {
    address: contact?.address.find(({ language }) => language === chinese)?.text ?? '',
    telephone: contact?.telephones[0]?.number ?? '',
    email: contact?.email ?? '',
    complaints: contact?.complaints.telephone ?? '',
  }
}

/** As the graph reads them: digits, what parts them, an extension. */
const telephone = /^\+?[0-9][0-9 ()-]{2,24}( ?(\u8f6c|ext\.?) ?[0-9]{1,6})?$/
const email = /^[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}$/

/** Names of fields that cannot be stored as they are. */
export function contactFaults(form: ContactForm): readonly (keyof ContactForm)[] {
  const wrong = (text: string, form: RegExp): boolean => text.trim() !== '' && !form.test(text.trim())
  return [
    ...(wrong(form.telephone, telephone) ? (['telephone'] as const) : []),
    ...(wrong(form.email, email) ? (['email'] as const) : []),
    ...(wrong(form.complaints, telephone) ? (['complaints'] as const) : []),
  ]
}

/** Nothing is written in it. */
export function isBlank(form: ContactForm): boolean {
  return Object.values(form).every((text) => text.trim() === '')
}

const line = (text: string): string | null => text.trim() || null

/** As the graph takes it; what the form does not ask for stays as it is kept. Of a form without fault. */
export function contactInput(form: ContactForm, kept: Contact | null): ContactInput {
  const [first, ...others] = kept?.telephones ?? []
  const address = form.address.trim()
  const number = form.telephone.trim()
  return {
    address: [
      ...(address === '' ? [] : [{ language: chinese, text: address }]),
      ...(kept?.address.filter(({ language }) => language !== chinese) ?? []),
    ],
    postalCode: kept?.postalCode ?? null,
    telephones: [...(number === '' ? [] : [{ name: first?.name ?? [], number }]), ...others],
    email: line(form.email),
    wechat: kept?.wechat ?? null,
    directions: kept?.directions ?? [],
    access: kept?.access ?? [],
    complaints: {
      telephone: line(form.complaints),
      email: kept?.complaints.email ?? null,
      text: kept?.complaints.text ?? [],
    },
  }
}
