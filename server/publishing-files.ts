import type { Context } from 'hono'
import { attachmentFault } from '../web/vi/attachments'
import type { Config } from './config'
import { keepFields } from './domain/answers'
import type { FormValues } from './domain/form-values'
import { readMultipart } from './multipart'
import { type TakenFile, takeAttachment } from './store/attachments'

/** A form with at most one file, which was looked at; `problem`: what is wrong with it, as a sentence. */
export type FormWithFile = { values: FormValues; file: TakenFile | null; problem: string }

/** Reads such a form; its texts are there whatever is wrong with the file. */
export async function readFormWithFile(
  c: Context,
  { attachments }: Pick<Config, 'attachments'>,
): Promise<FormWithFile> {
  const { mostBytes } = attachments
  const limits = { ...attachments, mostFiles: 1 }
  const form = await readMultipart(c, { maxFiles: 1, maxFileBytes: mostBytes, maxBytes: mostBytes })
  const values = keepFields(form.fields)
  if (!form.ok) {
    const [refused] = form.refused
    const error = form.error === 'not-a-form' ? 'broken' : form.error
    return { values, file: null, problem: attachmentFault(refused ?? { error, name: '' }, limits) }
  }
  const [sent] = form.files
  if (!sent) return { values, file: null, problem: '' }
  const { name, bytes } = sent
  const taken = await takeAttachment(bytes, name, limits)
  if (taken.ok) return { values, file: taken.file, problem: '' }
  return { values, file: null, problem: attachmentFault({ error: taken.error, name, size: bytes.length }, limits) }
}
