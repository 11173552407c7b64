import { findOffice } from '../db/offices'
import { findPoint } from '../db/points'
import type { Db } from '../db/schema'
import { findNewestVersion, getSurveyVersion } from '../db/surveys'
import { SurveyPage, surveyTitle } from '../web/pages/survey'
import type { Deps } from './deps'
import { type SurveyDefinition, versionId } from './domain/survey'
import { contentSecurityPolicy, toHtml } from './render'
import { makeTemplate, type Template } from './survey-templates'

/** The key of the short survey that every point may offer at /k/:code/nhanh. */
export const quickSurveyKey = 'nhanh-6'

/** Whether a point offers a survey: its own, in any version, or the quick one. */
export function offers(point: { surveyKey: string }, definition: { key: string }): boolean {
  return definition.key === point.surveyKey || definition.key === quickSurveyKey
}

export type OpenPoint = NonNullable<Awaited<ReturnType<typeof findPoint>>> & {
  officeName: string
  officePhone: string | null
}
export type Lang = 'vi' | 'en'
export type SurveyPages = ReturnType<typeof surveyPages>

/** Points and versions change rarely; another process may change them, so what is remembered is asked again after this time. */
const rememberMs = 1000

/**
 * Points, definitions and rendered survey pages, remembered: a page is rendered once per point, version and language, and
 * the id of each rendering is spliced in.
 */
export function surveyPages(deps: Pick<Deps, 'db' | 'assets' | 'now'>) {
  const points = new Map<string, { at: number; point: OpenPoint | null; newest: Map<string, string> }>()
  const templates = new Map<string, Template>()

  async function look(code: string) {
    const known = points.get(code)
    const now = deps.now().getTime()
    if (known && now - known.at < rememberMs && now >= known.at) return known
    const point = await readPoint(deps.db, code)
    const entry = { at: now, point, newest: new Map<string, string>() }
    if (point) points.set(code, entry)
    return entry
  }

  return {
    /** The point of a code as printed or typed (any case), or null. */
    async point(code: string): Promise<OpenPoint | null> {
      return (await look(code.toUpperCase())).point
    },

    /** The newest published version that a point asks: its own survey or the quick one. */
    async definition(point: OpenPoint, quick: boolean): Promise<SurveyDefinition | null> {
      const key = quick ? quickSurveyKey : point.surveyKey
      const entry = await look(point.code)
      const id = entry.newest.get(key) ?? (await findNewestVersion(deps.db, key))?.id
      if (!id) return null
      entry.newest.set(key, id)
      return getSurveyVersion(deps.db, id)
    },

    /** The page of a fresh form, ready for an id. */
    template(point: OpenPoint, definition: SurveyDefinition, lang: Lang): Template {
      const key = `${point.code} ${versionId(definition)} ${lang} ${point.channel} ${point.name} ${point.officeName}`
      const known = templates.get(key)
      if (known) return known
      const mark = '@@client-id@@'
      const props = { ...pageProps(point, definition, lang), clientId: mark }
      const page = <SurveyPage {...props} />
      const { citizenCss: style, surveyScript: script } = deps.assets
      const made = makeTemplate(toHtml({ title: surveyTitle(props), lang, style, script, children: page }), mark)
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
  return { office: point.officeName, point: { code: point.code, name: point.name }, definition, lang, shared }
}

async function readPoint(db: Db, code: string): Promise<OpenPoint | null> {
  const point = await findPoint(db, code)
  if (!point) return null
  const office = await findOffice(db, point.officeCode)
  return { ...point, officeName: office?.name ?? point.officeCode, officePhone: office?.phone ?? null }
}
