// The bare limit: the least that a server of this kind must do. One static page; one narrow durable row per POST, with
// everybody who waits sharing one transaction.
import { createServer } from 'node:http'
import Database from 'better-sqlite3'

const [file, pageSize] = [process.argv[2], Number(process.argv[3])]
const db = new Database(file)
db.pragma('journal_mode = wal')
db.pragma('synchronous = full')
db.exec('create table answer (id integer primary key, client text unique, answers text)')
const insert = db.prepare('insert into answer (client, answers) values (?, ?)')
const insertAll = db.transaction((rows) => {
  for (const row of rows) insert.run(row.client, row.answers)
})
const page = Buffer.alloc(pageSize, 'a')
let waiting = []

function flush() {
  const batch = waiting
  waiting = []
  insertAll(batch)
  for (const { response } of batch) response.writeHead(303, { Location: '/' }).end()
}

const server = createServer((request, response) => {
  if (request.method === 'GET') return response.writeHead(200, { 'Content-Type': 'text/html' }).end(page)
  let body = ''
  request.on('data', (chunk) => {
    body += chunk
  })
  request.on('end', () => {
    const client = body.slice(9, 31)
    if (waiting.length === 0) setImmediate(flush)
    waiting.push({ client, answers: body.slice(-100), response })
  })
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`bare ${server.address().port}\n`))
process.once('SIGTERM', () => process.exit(0))
