// Who may import whom (docs/decisions/0002): each rule says why it exists.
const own = (folder) => `^${folder}/`

/** A folder that stands for a province's: what it brings is held to what anybody outside of the product may import. */
const province = 'graphql-gateway/conformance/province'

/** The embedded store from the bottom up; none knows the one above it. */
const storeLayers = ['bson', 'keyspace', 'engine', 'planner', 'commands', 'wire', 'owner']
const storeLayerRules = storeLayers.slice(0, -1).map((layer, i) => ({
  name: `store-layers-${layer}`,
  comment: 'Wire, commands, planner, engine, keyspace, values: none knows the one above it.',
  severity: 'error',
  from: { path: `^graphql-gateway/embedded-store/${layer}/`, pathNot: '\\.(test|integration\\.test)\\.ts$' },
  to: { path: `^graphql-gateway/embedded-store/(${storeLayers.slice(i + 1).join('|')})/` },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'microfrontends-import-the-sdk-only',
      comment:
        'A microfrontend ships alone: of ours it knows the sdk (and the build plugin in its Vite file), nothing else. The province’s may no more.',
      severity: 'error',
      from: {
        path: `^(?:${province}/)?microfrontends/([^/]+)/`,
        pathNot: '\\.(test|integration\\.test)\\.ts$|vite\\.config',
      },
      to: {
        path: '^(shell|microfrontends|site-builder|graphql-gateway|themes)/',
        pathNot: [`^(?:${province}/)?microfrontends/$1/`, '^shell/sdk/'],
      },
    },
    {
      name: 'subgraphs-import-the-kit-only',
      comment:
        'Subgraphs meet in the graph, not in code: entities by @key. What a search asks and answers is said once, in the contract of the engines; importing it loads none of them; collation compares texts by the folded characters of a search and is no engine either. Documents of pages are checked and spelled by their model. The province’s kind, subgraph and source may no more.',
      severity: 'error',
      from: {
        path: `^(?:graphql-gateway/subgraphs|${province}(?=/maps/))/([^/]+)/`,
        pathNot: '\\.(test|integration\\.test)\\.ts$|/bench/',
      },
      to: {
        path: '^(shell|microfrontends|site-builder|graphql-gateway|themes)/',
        pathNot: [
          `^(?:graphql-gateway/subgraphs|${province})/$1/`,
          '^graphql-gateway/(subgraph-kit|record|vocabulary|permissions|han)/',
          '^graphql-gateway/(search|audit)/contract\\.ts$',
          '^graphql-gateway/search/collation/',
          '^site-builder/model/',
        ],
      },
    },
    {
      name: 'subgraphs-without-types-are-for-suites',
      comment: 'The compiler compares the resolvers of the product, and of a province, with their SDL.',
      severity: 'error',
      from: {
        path: '.',
        pathNot: [
          '\\.(test|integration\\.test|e2e\\.test)\\.ts$',
          '/bench/|/every-permission/',
          // Suites from end to end; the province's folder is what a province ships.
          '^graphql-gateway/conformance/(?!province/)',
        ],
      },
      to: { path: '^graphql-gateway/subgraph-kit/testing\\.ts$' },
    },
    {
      name: 'store-and-themes-stand-alone',
      comment:
        'They know nothing of the product; how a process lives (decision 0029) is nothing of the product either, and words are everybody’s.',
      severity: 'error',
      from: { path: '^(graphql-gateway/embedded-store|themes)/' },
      to: {
        path: '^(shell|microfrontends|site-builder|graphql-gateway|themes)/',
        pathNot: ['^$1/', '^graphql-gateway/(process|vocabulary)/'],
      },
    },
    {
      name: 'vocabulary-stands-alone',
      comment: 'Everybody may import it, in the browser too, so it is data and imports nothing.',
      severity: 'error',
      from: { path: own('graphql-gateway/vocabulary'), pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^graphql-gateway/vocabulary/' },
    },
    {
      name: 'permissions-stand-alone',
      comment: 'One table for gateway, subgraphs and console, so it is data and imports nothing.',
      severity: 'error',
      from: { path: own('graphql-gateway/permissions'), pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^graphql-gateway/permissions/' },
    },
    {
      name: 'audit-knows-no-subgraph',
      comment: 'A log of anything: what an entry says, and nothing of whose it is.',
      severity: 'error',
      from: {
        path: own('graphql-gateway/audit'),
        pathNot: '\\.(test|integration\\.test)\\.ts$|/command\\.ts$',
      },
      to: {
        path: '^(shell|microfrontends|site-builder|graphql-gateway|themes)/',
        // What may be done is the most of what is noted.
        pathNot: '^graphql-gateway/(audit|permissions)/',
      },
    },
    {
      name: 'record-knows-words-only',
      comment: 'The kernel is the same for every kind, store and search engine.',
      severity: 'error',
      from: { path: own('graphql-gateway/record'), pathNot: '\\.test\\.ts$' },
      to: {
        path: '^(shell|microfrontends|site-builder|graphql-gateway|themes)/',
        pathNot: '^graphql-gateway/(record|vocabulary)/',
      },
    },
    {
      name: 'han-stands-alone',
      comment: 'Help for any Chinese text, whoever shows it.',
      severity: 'error',
      from: { path: own('graphql-gateway/han'), pathNot: '\\.test\\.ts$|/bench/' },
      to: { path: '^(shell|microfrontends|site-builder|themes)/|^graphql-gateway/(?!han/)' },
    },
    {
      name: 'process-stands-alone',
      comment: 'Everybody may import it, so it imports nobody.',
      severity: 'error',
      from: { path: own('graphql-gateway/process') },
      to: {
        path: '^(shell|microfrontends|site-builder|graphql-gateway|themes)/',
        pathNot: '^graphql-gateway/process/',
      },
    },
    ...storeLayerRules,
    {
      name: 'store-engine-knows-no-disk',
      comment: 'The engine is pure: it is given documents and answers documents.',
      severity: 'error',
      from: {
        path: '^graphql-gateway/embedded-store/engine/',
        pathNot: '\\.(test|integration\\.test)\\.ts$',
      },
      to: { path: '^graphql-gateway/embedded-store/keyspace/' },
    },
    {
      name: 'builder-core-is-pure',
      comment: 'Model, blocks, render and checks run anywhere: no I/O, no Vue, no GrapesJS.',
      severity: 'error',
      from: {
        path: '^site-builder/(model|blocks|render|checks)/',
        pathNot: '\\.(test|integration\\.test)\\.ts$',
      },
      to: {
        path: '^(shell|microfrontends)/|^graphql-gateway/(?!vocabulary/)|node_modules/(vue|grapesjs)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the-editor-knows-the-builder',
      comment:
        'A microfrontend that is made of the pure parts of the builder: of the shell it knows the sdk, of the gateway the words.',
      severity: 'error',
      from: {
        path: '^site-builder/editor/',
        pathNot: '\\.(test|integration\\.test)\\.ts$|/adapters/grapes/testing/|/bench/',
      },
      to: {
        path: '^(shell|microfrontends|site-builder|graphql-gateway|themes)/',
        pathNot: [
          '^site-builder/(editor|model|blocks|render|templates)/',
          '^site-builder/publish/frame\\.ts$',
          '^site-builder/checks/(law|draft|link-names|theme-contrast)\\.ts$',
          '^shell/sdk/',
          '^graphql-gateway/vocabulary/',
        ],
      },
    },
    {
      name: 'grapes-behind-one-adapter',
      comment:
        'GrapesJS is a view that can be taken away: what knows it is one folder, which runs in a frame of its own and of the editor takes what is pure.',
      severity: 'error',
      from: { pathNot: '^site-builder/editor/(adapters/grapes|bench)/' },
      to: {
        path: 'node_modules/grapesjs/|^site-builder/editor/adapters/grapes/',
        pathNot: '/(messages|frame)\\.ts$',
      },
    },
    {
      name: 'the-adapter-of-grapes-stands-apart',
      comment: 'It runs without the shared libraries, in a document of its own.',
      severity: 'error',
      from: { path: '^site-builder/editor/adapters/grapes/', pathNot: '\\.test\\.ts$|/testing/' },
      to: {
        path: '^(shell|microfrontends|site-builder|graphql-gateway|themes)/|node_modules/(vue|pinia|vue-router|zod)/',
        pathNot: [
          '^site-builder/editor/adapters/grapes/',
          '^site-builder/editor/canvas/block-nodes\\.ts$',
          '^site-builder/render/markup/',
        ],
      },
    },
    {
      name: 'publishing-is-pure',
      comment:
        'Documents and answers in, files out; of the sdk it takes the rules of addresses, which are pure.',
      severity: 'error',
      from: { path: '^site-builder/publish/', pathNot: '\\.test\\.ts$|/(bench|testing)/' },
      to: {
        path: '^(shell|microfrontends)/|^graphql-gateway/(?!vocabulary/)|node_modules/(vue|grapesjs)/',
        pathNot: '^shell/sdk/(language|section)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'builder-core-does-no-io',
      comment: 'Same inputs, same page: Node modules that reach the machine are not for the renderer.',
      severity: 'error',
      from: {
        path: '^site-builder/(model|blocks|render|checks|publish)/',
        // Dead links are asked for over the network: a door of its own, for jobs.
        pathNot:
          '\\.(test|integration\\.test)\\.ts$|/(bench|testing)/|^site-builder/blocks/sheets\\.ts$|^site-builder/checks/dead-links/',
      },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto)$' },
    },
    {
      name: 'search-knows-no-subgraph',
      comment:
        'An index of anything: of ours it knows the words, where the bounds of a search stand, and how Chinese is read.',
      severity: 'error',
      from: { path: own('graphql-gateway/search'), pathNot: '\\.(test|integration\\.test)\\.ts$|/bench/' },
      to: {
        path: '^(shell|microfrontends|site-builder|themes)/|^graphql-gateway/(?!search/|vocabulary/|han/)',
      },
    },
    {
      name: 'gateway-core-knows-no-subgraph',
      comment: 'Only the composition root wires the concrete parts together.',
      severity: 'error',
      from: {
        path: own('graphql-gateway/gateway'),
        pathNot:
          '/(main|gateway-process|subgraph-process|compose)[^/]*\\.ts$|\\.(test|integration\\.test)\\.ts$|/bench/|/(every-field|every-permission|testing)/',
      },
      to: {
        path: '^graphql-gateway/(subgraphs|exchange|search|embedded-store|jobs|product)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'composition-roots-know-the-product',
      comment: 'Whoever else asked what is installed would be a second list.',
      severity: 'error',
      from: {
        pathNot: [
          '^graphql-gateway/product/',
          '^graphql-gateway/gateway/(gateway-process|subgraph-process|compose)\\.ts$',
          '^graphql-gateway/jobs/(main|import-command)\\.ts$',
          // Composition roots of tests, to be killed in the midst.
          '/testing/[^/]+-and-hang\\.ts$',
          // And of benches over the whole product.
          '^(graphql-gateway/(jobs/publish|gateway)|shell/e2e)/bench/',
          '^graphql-gateway/identity/(identity-process|provisioner/command)\\.ts$',
          '^graphql-gateway/audit/command\\.ts$',
          // The province's lists are the product's with one line more.
          `^${province}/(subgraphs|sources)\\.ts$`,
          '\\.(test|integration\\.test|e2e\\.test)\\.ts$',
        ],
      },
      to: { path: '^graphql-gateway/product/' },
    },
    {
      name: 'product-knows-no-process',
      comment: 'Gateway and jobs read the lists; the lists name neither.',
      severity: 'error',
      from: { path: '^graphql-gateway/product/' },
      to: { path: '^(shell|microfrontends)/|^graphql-gateway/(gateway|jobs|conformance)/' },
    },
    {
      name: 'no-cycles',
      comment: 'Also between types: two files that need each other are one thing in two places.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      from: { pathNot: '\\.(test|integration\\.test)\\.ts$|/bench/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|\\.build|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.vue', '.json'],
    },
  },
}
