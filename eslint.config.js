// What the type checker cannot see: habits of the house and rules of Vue.
import tseslint from 'typescript-eslint'
import vue from 'eslint-plugin-vue'
import vueParser from 'vue-eslint-parser'

export default tseslint.config(
  { ignores: ['**/node_modules/**', '.build/**', '.data/**', '.tmp/**', '**/*.generated.ts'] },
  ...tseslint.configs.recommended,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: {
      parser: vueParser,
      parserOptions: { parser: tseslint.parser, ecmaVersion: 'latest', sourceType: 'module' },
    },
    rules: {
      // Prettier owns the layout of templates.
      'vue/html-self-closing': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/no-v-html': 'error',
    },
  },
  {
    files: ['**/*.{ts,vue,js,mjs}'],
    rules: {
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-console': 'error',
      'no-implied-eval': 'error',
      'prefer-const': ['error', { destructuring: 'all' }],
      eqeqeq: ['error', 'always'],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/no-empty-object-type': 'error',
    },
  },
  {
    files: ['**/*.{ts,vue}'],
    ignores: [
      '**/*.test.ts',
      '**/{fixtures,testing,bench,gallery,contract-suite,foreign-readers,journeys}/**',
      '**/fixture*.ts',
      'graphql-gateway/vocabulary/**',
    ],
    rules: {
      // `/item/:id` is a pattern of a route, no address. A selector cannot hold a slash, hence its number.
      'no-restricted-syntax': [
        'error',
        ...[
          'Literal[value=/^\\u002f(item\\u002f[^:]|search[?])/]',
          'TemplateElement[value.raw=/^\\u002f(item\\u002f|search[?])/]',
        ].map((selector) => ({
          selector,
          message:
            'Addresses of records and searches are built by @shuxiang/vocabulary (in microfrontends: @shuxiang/sdk/addresses).',
        })),
      ],
    },
  },
  {
    files: [
      '**/bench/**',
      '**/cli.ts',
      '**/*.integration.test.ts',
      '**/*.e2e.test.ts',
      'shell/vite/operations.ts',
    ],
    rules: { 'no-console': 'off' },
  },
)
