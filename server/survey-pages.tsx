import { findNewestVersion, getSurveyVersion } from '../db/surveys'
import { SurveyPage, surveyTitle } from '../web/pages/survey'
import type { Deps } from './deps'
import { dayOf } from './domain/period'
import { type SurveyDefinition, versionId } from './domain/survey'
import { isComplete, type Lang } from './domain/survey-language'
import { findOpenPoint, type OpenPoint, quickSurveyKey } from './open-points'
import { contentSecurityPolicy, toHtml } from './render'
import { makeTemplate, type Template } from './survey-templates'

export { type OpenPoint, offers, quickSurveyKey } from './open-points'
export type SurveyPages = ReturnType<typeof surveyPages>

/** Points and versions change rarely; another process may change them, so what is remembered is asked again after this time. */
const rememberMs = 1000

/**
 * Points, definitions and rendered survey pages, remembered: a page is rendered once per point, version and language, and
 * the id of each rendering is spliced in.
 */
export function surveyPages(deps: Pick<Deps, 'db' | 'assets' | 'now'>) {
  const points = new Map<string, { at: number; day: string; point: OpenPoint | null; newest: Map<string, string> }>()
  const templates = new Map<string, Template>()

  async function look(code: string) {
    const known = points.get(code)
    const instant = deps.now()
    const now = instant.getTime()
    if (known && now - known.at < rememberMs && now >= known.at && isSameDay(known.at, now)) return known
    const point = await findOpenPoint(deps.db, code)
    const entry = { at: now, day: dayOf(instant), point, newest: new Map<string, string>() }
    if (point) points.set(code, entry)
    return entry
  }

  return {
    /** The point of a code as printed or typed (any case), or null. */
    async point(code: string): Promise<OpenPoint | null> {
      return (await look(code.toUpperCase())).point
    },

    /** The newest version in force that a point asks: its own survey or the quick one. */
    async definition(point: OpenPoint, quick: boolean): Promise<SurveyDefinition | null> {
      const key = quick ? quickSurveyKey : point.surveyKey
      const entry = await look(point.code)
      const id = entry.newest.get(key) ?? (await findNewestVersion(deps.db, key, entry.day))?.id
      if (!id) return null
      entry.newest.set(key, id)
      return getSurveyVersion(deps.db, id)
    },

    /** The page of a fresh form, ready for an id. */
    template(point: OpenPoint, definition: SurveyDefinition, lang: Lang): Template {
      const key = `${versionId(definition)} ${lang} ${point.pageKey}`
      const known = templates.get(key)
      if (known) return known
      const mark = '@@client-id@@'
      const props = { ...pageProps(point, definition, lang), clientId: mark }
      const page = <SurveyPage {...props} />
      const { citizenCss: style, surveyScript: script, training } = deps.assets
      const made = makeTemplate(
        toHtml({ title: surveyTitle(props), lang, style, script, training, children: page }),
        mark,
      )
      if (templates.size > 2000) templates.clear()
      templates.set(key, made)
      return made
    },

    csp: contentSecurityPolicy(deps.assets.citizenCss, deps.assets.surveyScript),
  }
}

/** Props of the survey page that come from the point and the definition. */
export function pageProps(point: OpenPoint, definition: SurveyDefinition, lang: Lang) {
  const shared = point.channel === 'tablet'
  const { officeName: office, code, name, procedures } = point
  return { office, point: { code, name }, definition, lang, shared, procedures }
}

/** A language that was asked for, when the survey has it; else Vietnamese. */
export function langOf(asked: string | undefined, definition: SurveyDefinition): Lang {
  return asked === 'en' && isComplete(definition, 'en') ? 'en' : 'vi'
}

/** In UTC+7: at midnight another version may be in force. */
function isSameDay(a: number, b: number): boolean {
  const dayNumber = (at: number) => Math.floor((at + 7 * 3_600_000) / 86_400_000)
  return dayNumber(a) === dayNumber(b)
}
