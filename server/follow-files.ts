import type { Context } from 'hono'
import { attachmentFault } from '../web/vi/attachments'
import type { Config } from './config'
import { cleanText } from './domain/vietnamese'
import { readMultipart } from './multipart'
import { type TakenFile, takeAttachment } from './store/attachments'

/** A text and files as they were sent; `problems`: what is wrong with the files, as sentences. */
export type TextAndFiles = { text: string; files: TakenFile[]; problems: string[] }

/**
 * Reads a form with one text (`noi-dung`) and files, each looked at; the text is there whatever is wrong with them.
 * `wanted` false: nothing is taken, so that files are not worked on in vain.
 */
export async function readTextAndFiles(
  c: Context,
  { attachments }: Pick<Config, 'attachments'>,
  wanted: boolean,
): Promise<TextAndFiles> {
  const { mostFiles, mostBytes } = attachments
  const form = await readMultipart(c, {
    maxFiles: mostFiles,
    maxFileBytes: mostBytes,
    maxBytes: mostFiles * mostBytes,
  })
  const text = cleanText(form.fields.findLast(([name]) => name === 'noi-dung')?.[1] ?? '')
  if (!wanted) return { text, files: [], problems: [] }
  const problems = form.ok ? [] : refusals(form, attachments)
  const files: TakenFile[] = []
  for (const { name, bytes } of form.files) {
    const taken = await takeAttachment(bytes, name, attachments)
    if (taken.ok) files.push(taken.file)
    else problems.push(attachmentFault({ error: taken.error, name, size: bytes.length }, attachments))
  }
  return { text, files, problems }
}

type Refused = Extract<Awaited<ReturnType<typeof readMultipart>>, { ok: false }>

function refusals({ error, refused }: Refused, limits: Config['attachments']): string[] {
  if (refused.length === 0)
    return [attachmentFault({ error: error === 'not-a-form' ? 'broken' : error, name: '' }, limits)]
  return refused.map((file) => attachmentFault(file, limits))
}
