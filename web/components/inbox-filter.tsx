import {
  closedStates,
  currentStates,
  type InboxFilter,
  isFiltered,
  nobody,
  tabSlugs,
} from '../../server/domain/case-filters'
import { caseChannels, caseKinds, contentGroups, contentTypes } from '../../server/domain/case-words'
import { paths } from '../paths'
import { caseChannelNames, caseKindNames, caseStateNames, contentGroupNames, contentTypeNames } from '../vi/cases'
import { inboxWords as words } from '../vi/inbox'
import { type Option, Options } from './select'

export type InboxFilterProps = {
  filter: InboxFilter
  offices: readonly Option[]
  fields: readonly string[]
  people: readonly Option[]
}

/** What the list is searched and narrowed by; on a phone folded, so that the cases come first. */
export function InboxFilterForm(props: InboxFilterProps) {
  const texts = words.filter
  return (
    <details class="finder" open data-details>
      <summary>{isFiltered(props.filter) ? texts.active : texts.label}</summary>
      <Fields {...props} />
    </details>
  )
}

function Fields({ filter, offices, fields, people }: InboxFilterProps) {
  const texts = words.filter
  const states = filter.tab === 'closed' ? closedStates : currentStates
  const isMore = [filter.group, filter.type, filter.procedure, filter.kind, filter.state, filter.from, filter.to].some(
    Boolean,
  )
  const assignees = [{ value: nobody, label: texts.nobody }, ...people]
  return (
    <form class="asks" method="get" action={paths.staff.cases()} aria-label={texts.label} data-auto-submit>
      {tabSlugs[filter.tab] && <input type="hidden" name="hop" value={tabSlugs[filter.tab]} />}
      <label>
        {texts.words}
        <input
          class="t"
          type="search"
          name="q"
          value={filter.words}
          title={texts.wordsHint}
          autocomplete="off"
          data-key="/"
        />
      </label>
      {offices.length > 1 && <Choice label={texts.office} name="co-quan" options={offices} chosen={filter.office} />}
      <Choice label={texts.field} name="linh-vuc" options={fields.map(same)} chosen={filter.field} />
      <Choice label={texts.assignee} name="nguoi" options={assignees} chosen={filter.assignee} />
      <Choice
        label={texts.channel}
        name="kenh"
        options={named(caseChannels, caseChannelNames)}
        chosen={filter.channel}
      />
      <span class="row">
        <button type="submit" class="btn alt">
          {texts.submit}
        </button>
        {isFiltered(filter) && <a href={paths.staff.cases({ hop: tabSlugs[filter.tab] })}>{texts.clear}</a>}
      </span>
      <details class="more" open={isMore}>
        <summary>{texts.more}</summary>
        <div class="asks">
          <Choice
            label={texts.group}
            name="nhom"
            options={named(contentGroups, contentGroupNames)}
            chosen={filter.group}
          />
          <Choice
            label={texts.type}
            name="noi-dung"
            options={named(contentTypes, contentTypeNames)}
            chosen={filter.type}
          />
          <Choice label={texts.kind} name="loai" options={named(caseKinds, caseKindNames)} chosen={filter.kind} />
          <Choice label={texts.state} name="trang-thai" options={named(states, caseStateNames)} chosen={filter.state} />
          <label>
            {texts.procedure}
            <input class="t" name="thu-tuc" value={filter.procedure} title={texts.procedureHint} autocomplete="off" />
          </label>
          <label>
            {texts.from}
            <input class="t" type="date" name="tu" value={filter.from} />
          </label>
          <label>
            {texts.to}
            <input class="t" type="date" name="den" value={filter.to} />
          </label>
        </div>
      </details>
    </form>
  )
}

const same = (value: string): Option => ({ value, label: value })
const named = <T extends string>(list: readonly T[], names: Record<T, string>): Option[] =>
  list.map((value) => ({ value, label: names[value] }))

type ChoiceProps = { label: string; name: string; options: readonly Option[]; chosen: string }

function Choice({ label, name, options, chosen }: ChoiceProps) {
  return (
    <label>
      {label}
      <select name={name}>
        <Options options={[{ value: '', label: words.filter.any }, ...options]} chosen={chosen} />
      </select>
    </label>
  )
}
