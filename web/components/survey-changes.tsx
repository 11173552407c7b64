import type { FieldChange, Part, SurveyChanges } from '../../server/domain/survey-changes'
import { isUnchanged } from '../../server/domain/survey-changes'
import { changedValue, changeWords as words } from '../vi/survey-editor'

/** A part of a survey as people cite it. */
export function placeName({ kind, key, within, name }: Part): string {
  const place = words.kinds[kind]
  if (kind === 'survey') return place
  if (kind === 'option') return `${place} ${within}`
  return kind === 'item' || kind === 'gate' ? place : `${place} ${key === 'na' ? name : key}`
}

/** What is new, gone, moved and reworded; translated texts are counted when they are many. */
export function ChangeList({ changes }: { changes: SurveyChanges }) {
  if (isUnchanged(changes)) return <p>{words.none}</p>
  const { added, removed, moved, reworded } = changes
  return (
    <>
      <PartList title={words.added} parts={added} />
      <PartList title={words.removed} parts={removed} gone />
      <PartList title={words.moved} parts={moved} />
      {reworded.length > 0 && <Reworded changes={reworded} />}
    </>
  )
}

const fewTexts = 8

function PartList({ title, parts, gone }: { title: string; parts: Part[]; gone?: boolean }) {
  if (parts.length === 0) return null
  const texts = parts.filter(({ kind }) => kind === 'text')
  const shown = texts.length > fewTexts ? parts.filter(({ kind }) => kind !== 'text') : parts
  return (
    <section class="box">
      <h2>{title}</h2>
      <ul>
        {shown.map((part) => (
          <li key={`${part.kind} ${part.within} ${part.key}`}>
            <span class="sm">{placeName(part)}:</span> {gone ? <del>{part.name}</del> : part.name}
          </li>
        ))}
        {texts.length > fewTexts && <li>{words.texts(texts.length)}</li>}
      </ul>
    </section>
  )
}

function Reworded({ changes }: { changes: FieldChange[] }) {
  return (
    <section class="box">
      <h2>{words.reworded}</h2>
      <div class="wide">
        <table class="tab diff">
          <thead>
            <tr>
              <th scope="col">{words.place}</th>
              <th scope="col">{words.before}</th>
              <th scope="col">{words.after}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={`${change.part.kind} ${change.part.within} ${change.part.key} ${change.field}`}>
                <th scope="row">
                  {placeName(change.part)}
                  <div class="sm">{words.fields[change.field]}</div>
                </th>
                <td data-label={words.before}>
                  <del>{changedValue(change.field, change.before)}</del>
                </td>
                <td data-label={words.after}>
                  <ins>{changedValue(change.field, change.after)}</ins>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
