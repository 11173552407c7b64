import Database from 'better-sqlite3'

// Another program that holds the write lock of a database file until it is told to go on.
const raw = new Database(process.argv[2])
raw.exec('begin immediate')
process.stdout.write('locked\n')
process.stdin.once('data', () => {
  raw.exec('commit')
  process.stdout.write('free\n')
  process.exit()
})
