import { getCaseById } from '../../db/cases'
import type { TestApp } from './app'
import type { Page, Visitor } from './visitor'

export const lan = { name: 'Nguyễn Thị Lan', address: 'Số 5, đường Hoa, phường Bình An', phone: '0905 123 456' }
export const story = 'Hẹn ba lần chưa trả kết quả.'

type Said = Partial<Record<'matter' | 'content' | 'publish', string>> & { sender?: Record<string, string> }

/** Fills in the form from its first page, which is open, to the last one; without files. */
export async function fillIn(citizen: Visitor, said: Said = {}): Promise<Page> {
  await citizen.send('/gop-y/viec', { matter: said.matter ?? 'conduct' })
  await citizen.send('/gop-y/noi-dung', { content: said.content ?? story })
  await citizen.send('/gop-y/tep')
  await citizen.send('/gop-y/nguoi-gui', said.sender ?? lan)
  return citizen.send('/gop-y/cong-khai', { publish: said.publish ?? 'without-name' })
}

/** Every case there is, the oldest first. */
export async function casesOf({ deps }: TestApp) {
  const rows = await deps.db.selectFrom('feedbackCase').select('id').orderBy('code').execute()
  return Promise.all(rows.map(({ id }) => getCaseById(deps.db, id)))
}

/** Presses a button of a page that stands beside the main one. */
export function press(
  citizen: Visitor,
  action: string,
  name: string,
  value: string,
  more: Record<string, string> = {},
) {
  return citizen.send(action, { ...more, [name]: value })
}

/** The hidden and typed fields of the open page as a form with files. */
export function withFiles(citizen: Visitor, files: readonly { name: string; bytes: Uint8Array }[]): FormData {
  const form = new FormData()
  for (const name of ['clientId', 'draftId', 'point', 'matter', 'content']) form.set(name, citizen.field(name) ?? '')
  for (const { name, bytes } of files) form.append('file', new Blob([bytes as BlobPart]), name)
  return form
}
