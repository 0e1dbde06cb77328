import { expect, it } from 'vitest'
import { loadModule } from './load-module.ts'

it('asks for the messages together with the module', async () => {
  const asked: string[] = []
  const load = (address: string) => (asked.push(address), Promise.resolve(address))
  const loading = loadModule(load, '/entry.js', { messages: '/en.js' })
  expect(asked).toEqual(['/entry.js', '/en.js'])
  expect(await loading).toBe('/entry.js')
})

it('has not loaded a module whose messages did not come', async () => {
  const load = (address: string) =>
    address === '/en.js' ? Promise.reject(new TypeError('no network')) : Promise.resolve({})
  await expect(loadModule(load, '/entry.js', { messages: '/en.js' })).rejects.toThrow('no network')
})
