import { version } from '../package.json'

/** The version of this program, as a backup names it. */
export const program: string = version
