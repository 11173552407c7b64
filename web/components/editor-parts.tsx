import type { SurveyDefinition } from '../../server/domain/survey'
import { listTexts } from '../../server/domain/survey-language'
import { dimensionPage, questionPage } from '../../server/domain/survey-parts'
import { paths } from '../paths'
import { editorWords as words } from '../vi/survey-editor'
import { Petals } from './petals'

/** The way to every part of a draft, in the order of the form; dimensions carry their petal. */
export function EditorParts({ definition, current }: { definition: SurveyDefinition; current: string }) {
  const { part, counts } = words
  const texts = listTexts(definition)
  const done = texts.filter(({ key }) => definition.translations?.en?.[key] !== undefined).length
  const grouped = definition.dimensions.filter((dimension) => !dimension.apart)
  const { items, gates } = definition
  const at = (name: string, list: readonly { key: string }[]) =>
    current === name || current === `cau-moi-${name}` || list.some(({ key }) => questionPage(key) === current)
  return (
    <nav class="row tabs parts" aria-label={words.parts}>
      <Tab {...{ definition }} name="chung" title={part.chung} current={current === 'chung'} />
      <Tab
        {...{ definition }}
        name="thang-do"
        title={part['thang-do']}
        note={counts.levels(definition.scale.length)}
        current={current === 'thang-do'}
      />
      <Tab
        {...{ definition }}
        name="mo-dau"
        title={part['mo-dau']}
        note={counts.questions(gates.length)}
        current={at('mo-dau', gates)}
      />
      {definition.dimensions.map((dimension) => (
        <Tab
          key={dimension.key}
          {...{ definition }}
          name={dimensionPage(dimension.key)}
          title={dimension.short}
          note={counts.questions(dimension.criteria.length)}
          petals={dimension.apart ? undefined : grouped.map((one) => one === dimension)}
          current={current === dimensionPage(dimension.key)}
        />
      ))}
      <Tab
        {...{ definition }}
        name="hoi-them"
        title={part['hoi-them']}
        note={counts.asked(items.filter(({ enabled }) => enabled).length, items.length)}
        current={at('hoi-them', items)}
      />
      <Tab
        {...{ definition }}
        name="dich"
        title={part.dich}
        note={counts.translated(done, texts.length)}
        current={current === 'dich'}
      />
    </nav>
  )
}

type TabProps = {
  definition: SurveyDefinition
  name: string
  title: string
  note?: string
  petals?: boolean[]
  current: boolean
}

function Tab({ definition, name, title, note, petals, current }: TabProps) {
  return (
    <a href={paths.staff.surveyDraft(definition.key, name)} aria-current={current ? 'page' : undefined}>
      {petals && <Petals on={petals} size={28} />}
      <span>
        {title}
        {note && <span class="sm"> {note}</span>}
      </span>
    </a>
  )
}
