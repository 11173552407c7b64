import type { Kept } from '../../server/domain/answers'
import { type ProcedureOffer, procedureField, procedureTextLimit } from '../../server/domain/procedure-choice'
import { paths } from '../paths'
import { useWords } from '../survey-words'

/**
 * Which procedure the answer is about; never needed. A few are a list; many are a line to write on, which the script
 * turns into a combobox and which the server reads as it is typed.
 */
export function ProcedureQuestion({ point, offer, kept }: { point: string; offer: ProcedureOffer; kept: Kept }) {
  const { survey } = useWords()
  if (offer.kind === 'none' || offer.kind === 'fixed') return null
  const typed = kept[procedureField]?.[0] ?? ''
  const id = `f${procedureField}`
  return (
    <div id={`q${procedureField}`} class="question">
      <label class="ask" id="procedure-label" for={id}>
        {survey.procedure.ask}
      </label>
      {offer.kind === 'list' ? (
        <select id={id} name={procedureField}>
          <option value="">{survey.procedure.other}</option>
          {offer.procedures.map(({ code, name }) => (
            <option value={code} selected={code === typed}>
              {name}
            </option>
          ))}
        </select>
      ) : (
        <Search id={id} point={point} typed={typed} />
      )}
    </div>
  )
}

function Search({ id, point, typed }: { id: string; point: string; typed: string }) {
  const { procedure } = useWords().survey
  return (
    <>
      <p class="sm" id="procedure-hint">
        {procedure.hint}
      </p>
      <input
        id={id}
        class="t"
        name={procedureField}
        value={typed}
        maxLength={procedureTextLimit}
        autocomplete="off"
        autocapitalize="none"
        aria-describedby="procedure-hint"
        data-suggest={paths.procedureSearch(point)}
        data-script={paths.suggestScript()}
      />
      <p class="sm" role="status" data-text={procedure.found} data-none={procedure.none} />
    </>
  )
}
