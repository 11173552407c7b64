import type { Context } from 'hono'
import type { VNode } from 'preact'
import { listDraftFiles } from '../db/case-files'
import { findPolicyFor } from '../db/deadline-policies'
import type { Problem } from '../web/components/feedback-faults'
import { FeedbackContentPage } from '../web/pages/feedback-content'
import { FeedbackFilesPage, type FileFault } from '../web/pages/feedback-files'
import { FeedbackPublicationPage } from '../web/pages/feedback-publication'
import { FeedbackReviewPage } from '../web/pages/feedback-review'
import { FeedbackSenderPage } from '../web/pages/feedback-sender'
import { FeedbackDoorsPage, FeedbackKindPage } from '../web/pages/feedback-start'
import { FeedbackWherePage } from '../web/pages/feedback-where'
import { feedbackWords, stepHeadings } from '../web/vi/feedback'
import { readProcedure } from './case-from-form'
import type { Deps } from './deps'
import type { CaseForm, FormStep } from './domain/case-form'
import type { FormFault } from './domain/case-form-faults'
import { dayOf } from './domain/period'
import { type FeedbackPlace, officesToShow } from './feedback-places'
import { formPage } from './feedback-render'
import type { Env } from './session'

/** What a page of the form shows beside the form itself. */
export type Shown = {
  faults?: readonly FormFault[]
  files?: readonly FileFault[]
  problem?: Problem
  /** What was typed to find an office. */
  typed?: string
  status?: 200 | 413 | 422 | 429 | 503
}
type PageDeps = Pick<Deps, 'db' | 'assets' | 'config' | 'now'>

/** One page of the form, with everything that was said on the others inside. */
export async function feedbackPage(
  c: Context<Env>,
  deps: PageDeps,
  step: FormStep,
  { form, place }: { form: CaseForm; place: FeedbackPlace },
  shown: Shown = {},
) {
  const kept = step === 'review' ? { ...form, edit: '' } : form
  const page = await pages[step](deps, { form: kept, place, shown })
  const title = feedbackWords.stepTitle(stepHeadings[step], feedbackWords.title)
  return formPage(c, deps, page, { title, status: shown.status ?? 200, shared: place.shared })
}

type Given = { form: CaseForm; place: FeedbackPlace; shown: Shown }

function shared({ form, place, shown }: Given) {
  const { rules, officeName, point, shared } = place
  return { form, rules, faults: shown.faults ?? [], office: officeName, point: point?.name ?? null, shared }
}

const pages: Record<FormStep, (deps: PageDeps, given: Given) => Promise<VNode>> = {
  kind: async (deps, given) => <FeedbackKindPage {...shared(given)} days={await daysToAnswer(deps, given.place)} />,
  doors: async (_, given) => {
    const { reception, phone } = given.place.contacts
    return <FeedbackDoorsPage {...shared(given)} reception={reception} phone={phone} />
  },
  where: async ({ db }, given) => {
    const offices = await officesToShow(db, given.place, given.shown.typed ?? '')
    return <FeedbackWherePage {...shared(given)} {...offices} />
  },
  content: async (_, given) => <FeedbackContentPage {...shared(given)} procedures={given.place.procedures} />,
  files: async (deps, given) => (
    <FeedbackFilesPage
      {...shared(given)}
      files={await listDraftFiles(deps.db, given.form.draftId)}
      faultsOfFiles={given.shown.files ?? []}
      limits={deps.config.attachments}
    />
  ),
  sender: async (_, given) => <FeedbackSenderPage {...shared(given)} />,
  publication: async (_, given) => {
    const { retention, dataContact } = given.place.contacts
    return <FeedbackPublicationPage {...shared(given)} retention={retention} dataContact={dataContact} />
  },
  review: async (deps, given) => {
    const procedure = await readProcedure(deps.db, given.place, given.form)
    return (
      <FeedbackReviewPage
        {...shared(given)}
        files={await listDraftFiles(deps.db, given.form.draftId)}
        procedure={procedure.name || procedure.typed}
        days={await daysToAnswer(deps, given.place)}
        reception={given.place.contacts.reception}
        problem={given.shown.problem}
      />
    )
  },
}

/** Working days in which the office answers; while none is chosen, those that hold for all. */
async function daysToAnswer({ db, now }: PageDeps, { office }: FeedbackPlace): Promise<number> {
  return (await findPolicyFor(db, office?.code ?? '', dayOf(now()))).rules.answer
}
