import { acceptedTypes } from '../../server/domain/attachments'
import type { PublicationPlace } from '../../server/domain/case-words'
import { otherPlaces, type PlaceFault } from '../../server/domain/publication-place'
import { paths } from '../paths'
import { publicationPlaceNames } from '../vi/cases'
import { formatDay } from '../vi/format'
import { publishingWords as words } from '../vi/publishing'
import { Field } from './field'
import { Select } from './select'

/** `id` null: the own page, which lists itself. */
export type ListedPlace = {
  id: string | null
  place: PublicationPlace
  link: string
  publishedOn: string
  note: string
  /** What proves it. */
  fileId: string | null
}
export type PlaceValues = { place: string; link: string; on: string; note: string }
export type PlacesBoxProps = {
  code: string
  version: number
  places: ListedPlace[]
  /** What was typed, with what is wrong with it. */
  form: { values: PlaceValues; faults: readonly PlaceFault[]; fileProblem: string }
}

/** Where an answer was published, and a form for one more place. */
export function PlacesBox({ code, version, places, form }: PlacesBoxProps) {
  return (
    <section class="box" id="noi">
      <h2>{words.places}</h2>
      <p class="sm">{words.placesAbout}</p>
      {places.length === 0 ? (
        <p>{words.placesNone}</p>
      ) : (
        <ul class="hiding">
          {places.map((place) => (
            <Place key={place.id} code={code} {...place} />
          ))}
        </ul>
      )}
      <details open={form.faults.length > 0 || form.fileProblem !== ''}>
        <summary>{words.addPlace}</summary>
        <PlaceForm code={code} version={version} form={form} />
      </details>
    </section>
  )
}

function Place({ code, id, place, link, publishedOn, note, fileId }: ListedPlace & { code: string }) {
  const name = publicationPlaceNames[place]
  return (
    <li>
      <span>
        {link === '' ? (
          name
        ) : (
          <a href={link} rel="noopener noreferrer">
            {name}
          </a>
        )}
        , {formatDay(publishedOn)}
        {note !== '' && <span class="sm"> {note}</span>}
        {fileId !== null && (
          <>
            {' '}
            <a href={paths.staff.publication(code, `minh-chung/${encodeURIComponent(fileId)}`)}>{words.proofFile}</a>
          </>
        )}
      </span>
      {id !== null && (
        <form
          method="post"
          action={paths.staff.publication(code, `noi/${encodeURIComponent(id)}`)}
          data-confirm={words.confirmRemove}
        >
          <button type="submit" class="btn alt" aria-label={words.removePlaceOf(name, publishedOn)}>
            {words.removePlace}
          </button>
        </form>
      )}
    </li>
  )
}

function PlaceForm({ code, version, form: { values, faults, fileProblem } }: Omit<PlacesBoxProps, 'places'>) {
  const errorAt = (field: string) => {
    const found = faults.find((fault) => fault.field === field)
    return found && words.placeFaults[found.code]
  }
  return (
    <form method="post" enctype="multipart/form-data" action={paths.staff.publication(code, 'noi')}>
      <input type="hidden" name="phien" value={version} />
      <Select
        name="place"
        label={words.place}
        options={otherPlaces.map((value) => ({ value, label: publicationPlaceNames[value] }))}
        chosen={values.place}
        error={errorAt('place')}
      />
      <Field name="on" label={words.on} type="date" value={values.on} error={errorAt('on')} />
      <Field
        name="link"
        label={words.link}
        hint={words.linkHint}
        value={values.link}
        error={errorAt('link')}
        verbatim
      />
      <Field name="note" label={words.note} hint={words.noteHint} value={values.note} error={errorAt('note')} />
      <div class={fileProblem === '' ? 'field' : 'field bad'}>
        <label for="tep">{words.proof}</label>
        {fileProblem !== '' && (
          <p class="msg" id="tep-error">
            {fileProblem}
          </p>
        )}
        <input
          id="tep"
          name="tep"
          type="file"
          accept={acceptedTypes}
          aria-describedby={fileProblem === '' ? undefined : 'tep-error'}
        />
      </div>
      <button type="submit" class="btn alt">
        {words.addPlace}
      </button>
    </form>
  )
}
