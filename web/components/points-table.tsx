import { type PointGroup, type PointLine, stateOf } from '../../server/domain/point-list'
import { paths } from '../paths'
import { pointWords as words } from '../vi/points'
import { PointState } from './point-state'

/** Points under the names of their offices, each with a box to choose it for printing (the form `prints`). */
export function PointsTable({ groups }: { groups: PointGroup<PointLine>[] }) {
  const { columns } = words
  return (
    <div class="wide">
      <table class="tab fold points">
        <thead>
          <tr>
            <th>
              <input type="checkbox" aria-label={words.selectAll} data-select-all="prints" hidden />
            </th>
            <th scope="col">{columns.code}</th>
            <th scope="col">{columns.point}</th>
            <th scope="col">{columns.survey}</th>
            <th scope="col" class="r">
              {columns.count}
            </th>
            <th scope="col">{columns.state}</th>
          </tr>
        </thead>
        {groups.map(({ office, depth, lines }) => (
          <tbody key={office.code}>
            <tr class={`group d${Math.min(depth, 4)}`}>
              <th scope="rowgroup" colSpan={6}>
                {office.name}
              </th>
            </tr>
            {lines.map((line) => (
              <Line key={line.code} line={line} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function Line({ line }: { line: PointLine }) {
  const { code, name, kind, survey, count } = line
  return (
    <tr>
      <td class="chk">
        <input type="checkbox" name="ma" value={code} form="prints" aria-label={words.select(name)} />
      </td>
      <td class="num">{code}</td>
      <th scope="row">
        <a href={paths.staff.point(code)}>{name}</a>
        <div class="sm">{words.kinds[kind]}</div>
      </th>
      <td class="whole">{survey}</td>
      <td class="r" data-label={words.columns.count}>
        {count > 0 && count < 5 ? words.few : words.count(count)}
      </td>
      <td>
        <PointState state={stateOf(line)} />
      </td>
    </tr>
  )
}
