import { acceptedTypes } from '../../server/domain/attachments'
import { type FeedbackPageProps, FeedbackShell } from '../components/feedback-shell'
import { attachmentFault, attachments, fileSize } from '../vi/attachments'
import { feedbackWords, stepHeadings, filesStep as words } from '../vi/feedback'

export type DraftFile = { id: string; name: string; size: number }
export type FileFault = Parameters<typeof attachmentFault>[0] | 'too-many-requests'
type FilesPageProps = FeedbackPageProps & {
  files: readonly DraftFile[]
  faultsOfFiles: readonly FileFault[]
  limits: { mostFiles: number; mostBytes: number }
}

/** Pictures and documents, none needed. Each is looked at as soon as it arrives. */
export function FeedbackFilesPage({ files, faultsOfFiles, limits, ...props }: FilesPageProps) {
  const isFull = files.length >= limits.mostFiles
  return (
    <FeedbackShell
      {...props}
      step="files"
      withFiles
      heading={stepHeadings.files}
      before={
        <>
          <FileFaults faults={faultsOfFiles} limits={limits} />
          <p class="sm" id="files-hint">
            {attachments.about(limits.mostFiles, limits.mostBytes)}
            {files.length === 0 && ` ${words.optional}`}
          </p>
        </>
      }
    >
      {files.length > 0 && <Kept files={files} most={limits.mostFiles} />}
      {isFull && <p class="sm after">{words.full}</p>}
      {!isFull && <Choose most={limits.mostBytes} />}
    </FeedbackShell>
  )
}

function Choose({ most }: { most: number }) {
  return (
    <div class="question" id="files">
      <label class="ask" for="file">
        {attachments.choose} <span class="sm">{feedbackWords.optional}</span>
      </label>
      <input
        id="file"
        class="t"
        type="file"
        name="file"
        multiple
        accept={acceptedTypes}
        aria-describedby="files-hint"
        data-files={most}
      />
      <p class="msg" role="alert" tabIndex={-1} data-large data-text={words.tooLarge(fileSize(most))} hidden />
      <button type="submit" class="btn alt" name="them" value="1" data-add data-busy={words.uploading}>
        {words.add}
      </button>
    </div>
  )
}

function Kept({ files, most }: { files: readonly DraftFile[]; most: number }) {
  return (
    <>
      <p class="sm after">
        {words.own(files.length, most)} {words.aDay}
      </p>
      <ul class="plain kept">
        {files.map(({ id, name, size }) => (
          <li key={id}>
            <span>
              {name} <span class="sm">{fileSize(size)}</span>
            </span>
            <button type="submit" class="lnk" name="bo" value={id} aria-label={words.removeOf(name)}>
              {attachments.remove}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function FileFaults({ faults, limits }: { faults: readonly FileFault[]; limits: FilesPageProps['limits'] }) {
  if (faults.length === 0) return null
  return (
    <div class="note er" role="alert" tabIndex={-1} data-focus>
      {faults.map((fault, i) => (
        <p key={i}>{fault === 'too-many-requests' ? words.tooMany : attachmentFault(fault, limits)}</p>
      ))}
      <p>{attachments.rest}</p>
    </div>
  )
}
