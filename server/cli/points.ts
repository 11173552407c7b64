import { listPoints } from '../../db/points'
import { findNewestVersion } from '../../db/surveys'
import { paths } from '../../web/paths'
import { cli } from '../../web/vi/cli'
import { dayOf } from '../domain/period'
import { publicUrl } from './address'
import type { Command } from './command'

/**
 * One JSON object a line: code, name, office, survey (the version that is shown now), url. Where it is not a desk of
 * its own that is open, what applies of kind, host (office where it stands), desk (printed code at a shared desk), closed,
 * replacedBy.
 */
export const pointsCommand: Command = {
  name: 'points',
  usage: cli.points.usage,
  about: cli.points.about,
  options: {},
  async run(_, { config, out, say, open, now }) {
    const { db } = await open()
    const base = publicUrl(config)
    for (const point of await listPoints(db)) {
      const { code, name, officeCode, surveyKey, quickFirst, kind, hostCode, deskCode, closedAt, replacedBy } = point
      const newest = await findNewestVersion(db, surveyKey, dayOf(now()))
      const url = base + (quickFirst ? paths.quick(code) : paths.survey(code))
      const more = {
        ...{ kind: kind === 'desk' ? undefined : kind, host: hostCode ?? undefined, desk: deskCode ?? undefined },
        ...{ closed: closedAt !== null || undefined, replacedBy: replacedBy ?? undefined },
      }
      await out(
        `${JSON.stringify({ code, name, office: officeCode, survey: newest?.id ?? surveyKey, url, ...more })}\n`,
      )
    }
    if (!config.publicUrl) say(cli.points.portable(base))
    return 0
  },
}
