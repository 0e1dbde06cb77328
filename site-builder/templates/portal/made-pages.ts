/**
 * What the portal's first pages have been, by path: SHA-256 of each document that a release began with, the present one last.
 * A stored page that is one of them was changed by nobody, and becomes the present one when a portal is upgraded.
 */
export const madePages: Readonly<Record<string, readonly string[]>> = {
  '/': [
    'e213295a20ba0b7e9d32a58b22fe58e1510e4580ff9cf57d0c808193d8fb75dc',
    '26dfa9d4c1a5c48282ea47fdca657c960786a4f4eb5d7f20c04d42181e51bff9',
    '17575e2cae61b68e307b63a6f2140c35fb071cefb7b92e6aa72ee3677dc0c580',
    '192d4732c0b4c842a6c6f831e2435d6d7b9f47d6ea6ae68932136489d5fa3032',
    '7100d19150b3d752d0a0296c397d9d6eee75044e34028c7c56d58a401ede2ac0',
    '3dc64def1190ac1379cd9d4e13c0c845d33a5b9f44cbce3484dc32b69e7bc6d9',
    '91c2e250f13c83244481c0fa6e999bf4663f7966f23558583941157c0defa056',
  ],
  '/libraries': ['6fd256aac9fcd3c9f4605a84283a15b5b882fdf419e7c4cedcd4e49ad393b32a'],
  '/about': ['a3bfed36bdc72e48a17dff88dcf89b294ba759aa7098c45d32e712435eef69ff'],
  '/help': [
    '72243d816172865c35c833e20a5a391464a66909b1744f01b01124c6dad757aa',
    'bf2adb6f7f73456765e16bcdc025d91cdf23adcea44ccd67df53ecb38f13df88',
    'e13ae5ca880eb59bf3de2176b5438060f0fdbde49015eade227cfb64a6d35a90',
  ],
  '/accessibility': ['732ea876d455ada09adb5557129ab03de86f67595681c7a691f74dba9b37f828'],
  '/privacy': [
    '644d99294dc348ea606c9313db8cf35aa1dc0786aa8f33902f73bcfdff36ee41',
    'e484ca4b03bed19d12a8d1d2eb9f54e41ececd98fb28e7318baa5343a84feef3',
    'caaeeb71d1ffe62965bf70fcefc9772f56f74d44c4e0bb09bb8a0366b4e65967',
    'fc8be3ee6bc63c77a8ad69a3ad20a837467ffca5df647752bffef35d972e3587',
  ],
  '/school': [
    'e9b3506e52de2d93149b262f14ad2de18991635d17eff272643e3e48b13796b0',
    '0cdbef3c3cc8deffdb2826e8ec0f8733a47e56704e0ea5f2f1e60432d7dcd83f',
    '3e31aaa39556abca030550a54b15a15b0cb63f0caa1d9ebe082f4f395a96630e',
  ],
}
