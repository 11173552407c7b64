import type { ImportKind } from '../../server/domain/import-kinds'
import type { Fault, Faults } from '../../server/imports/faults'
import { UploadForm } from '../components/upload-form'
import { paths } from '../paths'
import { faultSentence } from '../vi/import-faults'
import { imports as words } from '../vi/imports'

/** `file`: token of the same list as a file. */
export type ImportFaultsProps = { kind: ImportKind; name: string; faults: Faults; file: string }

/** Everything that is wrong with a file, and the form to send it again. */
export function ImportFaults({ kind, name, faults, file }: ImportFaultsProps) {
  const { listed, total } = faults
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <div class="note er" role="alert">
        <h2>{words.faultsTitle}</h2>
        <p>
          {name}. {total > listed.length ? words.faultsMore(total, listed.length) : words.faultsAll(total)}
        </p>
        <a href={paths.staff.importFile(file)}>{words.faultsFile}</a>
      </div>
      <section class="box">
        <div class="wide">
          <table class="tab fold">
            <thead>
              <tr>
                <th scope="col" class="r">
                  {words.line}
                </th>
                <th scope="col">{words.column}</th>
                <th scope="col">{words.value}</th>
                <th scope="col">{words.fault}</th>
              </tr>
            </thead>
            <tbody>
              {listed.map((fault, at) => (
                <FaultRow key={at} kind={kind} fault={fault} />
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <UploadForm kind={kind} problem={null} />
    </div>
  )
}

function FaultRow({ kind, fault }: { kind: ImportKind; fault: Fault }) {
  return (
    <tr>
      <Cell class="r" label={words.line} text={fault.line} />
      <Cell label={words.column} text={fault.column} />
      <Cell label={words.value} text={fault.value} />
      <td class="whole">{faultSentence(fault, kind)}</td>
    </tr>
  )
}

/** A cell that says on a phone what it is, unless there is nothing in it. */
function Cell(props: { class?: string; label: string; text: string | number | null | undefined }) {
  const { label, text } = props
  if (text === null || text === undefined || text === '') return <td class="nothing" />
  return (
    <td class={props.class} data-label={label}>
      {text}
    </td>
  )
}
