import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { iconSvg } from '../web/icon'
import calendarCss from '../web/styles/calendar.css?inline'
import staffCaseCss from '../web/styles/case.css?inline'
import caseFiguresCss from '../web/styles/case-figures.css?inline'
import chartsCss from '../web/styles/charts.css?inline'
import citizenCss from '../web/styles/citizen.css?inline'
import editorCss from '../web/styles/editor.css?inline'
import feedbackCss from '../web/styles/feedback.css?inline'
import followCss from '../web/styles/follow.css?inline'
import inboxCss from '../web/styles/inbox.css?inline'
import officesCss from '../web/styles/offices.css?inline'
import pointsCss from '../web/styles/points.css?inline'
import publicCss from '../web/styles/public.css?inline'
import redactionCss from '../web/styles/redaction.css?inline'
import staffCss from '../web/styles/staff.css?inline'
import trainingCss from '../web/styles/training.css?inline'

/** What the pages load. The citizen's script and sheet are inlined, so their hashes stand in the CSP. */
export type Assets = {
  citizenCss: string
  publicCss: string
  /** A citizen's pages about a case, with the calendar of its deadline. */
  caseCss: string
  /** Of the form that sends feedback, and of its receipt, which shows the calendar too. */
  feedbackCss: string
  sentCss: string
  feedbackScript: string
  /** Of the pages on which a sender follows a case. */
  followScript: string
  staffCss: string
  surveyScript: string
  staffScript: string
  /** Comes only when somebody begins to type the name of a procedure, so that the survey page stays one small request. */
  suggestScript: string
  icon: string
  /** Pages are those of the training room: a band on each, and its sheet. */
  training: boolean
  /** Names under /assets/ of what is not inlined; each carries the hash of its content. */
  files: { staffCss: string; staffScript: string; feedbackScript: string }
}

type Scripts = { survey: string; staff: string; suggest?: string; follow?: string; feedback?: string }

/** Puts the sheets and the given scripts together. */
export function makeAssets(scripts: Scripts, training = false): Assets {
  const baseCss = training ? `${citizenCss}\n${trainingCss}` : citizenCss
  const staffSheet = `${baseCss}\n${staffCss}\n${editorCss}\n${chartsCss}\n${pointsCss}\n${inboxCss}\n${officesCss}\n${calendarCss}\n${redactionCss}\n${staffCaseCss}\n${caseFiguresCss}`
  return {
    training,
    citizenCss: baseCss,
    publicCss: `${baseCss}\n${chartsCss}\n${publicCss}\n${redactionCss}`,
    caseCss: `${baseCss}\n${calendarCss}\n${followCss}`,
    feedbackCss: `${baseCss}\n${feedbackCss}`,
    sentCss: `${baseCss}\n${calendarCss}\n${feedbackCss}`,
    feedbackScript: scripts.feedback ?? '',
    followScript: scripts.follow ?? '',
    staffCss: staffSheet,
    surveyScript: scripts.survey,
    staffScript: scripts.staff,
    suggestScript: scripts.suggest ?? '',
    icon: iconSvg,
    files: {
      staffCss: `staff-${shortHash(staffSheet)}.css`,
      staffScript: `staff-${shortHash(scripts.staff)}.js`,
      feedbackScript: `feedback-${shortHash(scripts.feedback ?? '')}.js`,
    },
  }
}

/** Reads the built scripts that stand beside the built server. */
export async function readAssets(training = false): Promise<Assets> {
  const read = async (name: string) =>
    (await readFile(new URL(`../${name}/${name}.js`, import.meta.url), 'utf8')).trim()
  const scripts = {
    survey: await read('survey'),
    staff: await read('staff'),
    suggest: await read('suggest'),
    follow: await read('follow'),
    feedback: await read('feedback'),
  }
  return makeAssets(scripts, training)
}

/** CSP source of an inline style or script: `'sha256-…'`. */
export function cspHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 10)
}
