import { listPoints } from '../../db/points'
import { findNewestVersion } from '../../db/surveys'
import { paths } from '../../web/paths'
import { cli } from '../../web/vi/cli'
import { publicUrl } from './address'
import type { Command } from './command'

/** One JSON object a line: code, name, office, survey (the version that is shown now), url. */
export const pointsCommand: Command = {
  name: 'points',
  usage: cli.points.usage,
  about: cli.points.about,
  options: {},
  async run(_, { config, out, say, open }) {
    const { db } = await open()
    const base = publicUrl(config)
    for (const { code, name, officeCode, surveyKey, quickFirst } of await listPoints(db)) {
      const newest = await findNewestVersion(db, surveyKey)
      const url = base + (quickFirst ? paths.quick(code) : paths.survey(code))
      await out(`${JSON.stringify({ code, name, office: officeCode, survey: newest?.id ?? surveyKey, url })}\n`)
    }
    if (!config.publicUrl) say(cli.points.portable(base))
    return 0
  },
}
