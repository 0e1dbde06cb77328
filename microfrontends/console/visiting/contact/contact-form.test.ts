import { expect, it } from 'vitest'
import { contactFaults, contactForm, contactInput } from './contact-form.ts'

it('of a library that has told nothing says nothing', () => {
  const empty = contactForm(null)
  expect(contactFaults(empty)).toEqual({})
  expect(contactInput(empty)).toMatchObject({ address: [], telephones: [], postalCode: null, email: null })
})

it('names what is wrong', () => {
  const form = { ...contactForm(null), postalCode: '3111', email: 'a@', complaintTelephone: '拨 114' }
  const [telephone] = form.telephones
  if (telephone) telephone.name.zh = '总服务台'
  expect(contactFaults(form)).toEqual({
    'contact-postalCode': 'postalCode',
    'contact-telephone-0': 'telephone',
    'contact-email': 'email',
    'contact-complaintTelephone': 'telephone',
  })
})
