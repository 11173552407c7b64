/** What a template may name in `{{…}}`; web/vi/case-templates says what each stands for. */
export const templateVariables = [
  'ma',
  'tieu-de',
  'co-quan',
  'ngay-gui',
  'han',
  'han-bo-sung',
  'hom-nay',
  'thu-tuc',
  'linh-vuc',
  'noi-tiep-cong-dan',
  'dien-thoai',
  'dia-chi',
  'tra-cuu',
  'noi-nhan',
  'phieu-trung',
] as const
export type TemplateVariable = (typeof templateVariables)[number]
export type TemplateValues = Partial<Record<TemplateVariable, string>>

/** What a template is for. */
export const templatePurposes = ['answer', 'ask', 'refuse', 'forward'] as const
export type TemplatePurpose = (typeof templatePurposes)[number]

const variable = /\{\{\s*([^{}]*?)\s*\}\}/g
const isKnown = (name: string): name is TemplateVariable => (templateVariables as readonly string[]).includes(name)

/**
 * The text with its variables replaced. What has no value stays visible as `⟨name⟩`, so that nobody sends it unseen.
 * @param nameOf what stands between the brackets of a missing value
 */
export function fillTemplate(
  body: string,
  values: TemplateValues,
  nameOf: (name: TemplateVariable) => string = (name) => name,
): string {
  return body.replace(variable, (whole, typed: string) => {
    const name = typed.toLowerCase()
    return isKnown(name) ? values[name]?.trim() || `⟨${nameOf(name)}⟩` : whole
  })
}

/** Names in `{{…}}` that stand for nothing, each once, and `{{` or `}}` that belong to no pair. */
export function unknownVariables(body: string): string[] {
  const names = [...body.matchAll(variable)].map(([, name = '']) => name)
  const unknown = names.filter((name) => !isKnown(name.toLowerCase()))
  const loose = body.replace(variable, '').match(/\{\{|\}\}/g) ?? []
  return [...new Set([...unknown, ...loose])]
}

/** What still has to be written by hand in a text: what stands in `⟨…⟩`, in its order, each once. */
export function gapsIn(text: string): string[] {
  return [...new Set([...text.matchAll(/⟨([^⟨⟩]*)⟩/g)].map(([, gap = '']) => gap))]
}
