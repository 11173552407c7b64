import { startFaults } from '../web/vi/start'
import type { Config } from './config'

type SystemError = Error & { code?: string; syscall?: string }

/** The server's own address cannot be used. */
const listenFaults: Record<string, (config: Config) => string> = {
  EADDRINUSE: ({ port }) => startFaults.portTaken(port),
  EACCES: ({ port }) => startFaults.portForbidden(port),
  EADDRNOTAVAIL: ({ host }) => startFaults.host(host),
  ENOTFOUND: ({ host }) => startFaults.host(host),
}
const folderCodes =
  /^(EACCES|EPERM|EROFS|EEXIST|ENOTDIR|ENOENT|ENOSPC|SQLITE_(CANTOPEN|NOTADB|READONLY|FULL|PERM|CORRUPT).*)$/
/** No way to the server of the database; SQLSTATE 28: name or password, 3D: no such database. */
const serverCodes = /^(E[A-Z]+|28...|3D...)$/

/**
 * What is wrong with the settings when the program cannot start: a sentence that names the setting and what to do. Null
 * when the settings are not to blame.
 */
export function startFault(error: unknown, config: Config): string | null {
  const { code = '', syscall, message } = error as SystemError
  if (syscall === 'listen' || syscall === 'bind') return listenFaults[code]?.(config) ?? null
  if (syscall === 'getaddrinfo' && !config.databaseUrl) return startFaults.host(config.host)
  if (folderCodes.test(code) && syscall !== 'connect' && syscall !== 'getaddrinfo')
    return startFaults.folder(config.dataDir, message)
  const noServer = serverCodes.test(code) || /timeout|terminated/i.test(message)
  return config.databaseUrl && noServer ? startFaults.database(message) : null
}
