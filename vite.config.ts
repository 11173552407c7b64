import { defineConfig } from 'vite'

const out = process.env.BUILD_OUT ?? 'dist'
/** Native modules and libraries that read their own files stay outside the bundle. */
const external = [
  'better-sqlite3',
  'pg',
  'pg-native',
  'pg-cursor',
  'pdfmake',
  'docx',
  '@node-rs/argon2',
  'pino',
  'prom-client',
  'sharp',
  /^@expo-google-fonts\//,
]

/** A script of its own, ready to be inlined or sent as one file. */
const script = (name: string, entry: string) => ({
  build: {
    outDir: `${out}/${name}`,
    emptyOutDir: true,
    target: 'es2018' as const,
    minify: 'oxc' as const,
    rolldownOptions: {
      input: entry,
      output: { format: 'iife' as const, entryFileNames: `${name}.js`, codeSplitting: false },
    },
  },
})

export default defineConfig({
  appType: 'custom',
  publicDir: false,
  environments: {
    survey: { consumer: 'client', ...script('survey', 'web/browser/survey.ts') },
    staff: { consumer: 'client', ...script('staff', 'web/browser/staff.ts') },
    suggest: { consumer: 'client', ...script('suggest', 'web/browser/suggest.ts') },
    follow: { consumer: 'client', ...script('follow', 'web/browser/follow.ts') },
    feedback: { consumer: 'client', ...script('feedback', 'web/browser/feedback.ts') },
    ssr: {
      resolve: { noExternal: true, external: external.filter((name) => typeof name === 'string') },
      build: {
        outDir: `${out}/server`,
        emptyOutDir: true,
        target: 'node20',
        ssr: true,
        minify: false,
        rolldownOptions: {
          external,
          input: {
            main: 'server/main.ts',
            cli: 'server/cli/index.ts',
            worker: 'server/worker.ts',
            'deed-worker': 'server/deed-worker.ts',
            'workbook-worker': 'server/workbook-worker.ts',
          },
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['survey', 'staff', 'suggest', 'follow', 'feedback', 'ssr']) {
        const environment = builder.environments[name]
        if (environment) await builder.build(environment)
      }
    },
  },
})
