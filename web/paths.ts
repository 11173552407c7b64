import { type ImportKind, importSlugs, type TableKind } from '../server/domain/import-kinds'

/** Every address of the product, built here and nowhere else. Codes are URL-safe by their own alphabets; the rest is encoded. */
type Query = Record<string, string | undefined>

const withQuery = (path: string, query: Query = {}) => {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`
}
const part = encodeURIComponent
/** Vietnamese is not said in an address. */
const inOther = (lang?: string): Query => ({ lang: lang === 'vi' ? undefined : lang })

export const paths = {
  home: () => '/',
  survey: (point: string, lang?: string) => withQuery(`/k/${part(point)}`, inOther(lang)),
  quick: (point: string, lang?: string) => withQuery(`/k/${part(point)}/nhanh`, inOther(lang)),
  /** Past the page that asks for the office, at a desk that serves several. */
  chosen: (point: string, quick: boolean) => `/k/${part(point)}${quick ? '/nhanh' : ''}?chon=1`,
  procedureSearch: (point: string) => `/k/${part(point)}/thu-tuc`,
  surveySubmit: (point: string) => `/k/${part(point)}/gui`,
  receipt: (receipt: string, lang?: string) => withQuery(`/phieu/${part(receipt)}`, inOther(lang)),
  withdraw: (receipt: string) => `/phieu/${part(receipt)}/rut`,
  thanks: (point: string, quick: boolean, lang?: string) =>
    withQuery(`/cam-on/${part(point)}`, { nhanh: quick ? '1' : undefined, ...inOther(lang) }),
  /** `diem`: the point it is about; `nguon`: `phieu` when it was opened from a survey, of which nothing else is said. */
  feedback: (query?: Query) => withQuery('/gop-y', query),
  /** From the pages of a survey: says which point, and nothing of the answer. */
  feedbackFrom: (point: string): string => paths.feedback({ diem: point, nguon: 'phieu' }),
  /** `slug`: the last part of the address of a page of the form (server/domain/case-form). */
  feedbackStep: (slug: string) => `/gop-y/${part(slug)}`,
  feedbackProcedures: (point?: string) => withQuery('/gop-y/goi-y/thu-tuc', { diem: point }),
  /** Where a sent form leads; the token is sealed and good for two hours. */
  feedbackSent: (token: string) => `/gop-y/da-gui/${part(token)}`,
  follow: () => '/tra-cuu',
  followOf: (code: string) => withQuery('/tra-cuu', { ma: code }),
  /** For the printed slip: the look-up code stands behind the number sign, which no browser sends or logs. */
  followWith: (code: string, secret: string): string => `${paths.followOf(code)}#${secret}`,
  /** A case through the token of its sender. `form`: the last part of the address of something done to it or fetched. */
  followed: (token: string, form?: string) => `/tra-cuu/${part(token)}${form ? `/${form}` : ''}`,
  results: () => '/ket-qua',
  resultsOf: (office: string, period: string) => `/ket-qua/${part(office)}/${part(period.replace('/', '-'))}`,
  /** Published answers, and the permanent address of one. */
  answers: (query?: Query) => withQuery('/cau-tra-loi', query),
  answer: (code: string) => `/cau-tra-loi/${part(code)}`,
  answersFeed: () => '/cau-tra-loi.atom',
  sitemap: () => '/sitemap.xml',
  verify: () => '/xac-minh',
  health: () => '/healthz',
  metrics: () => '/metrics',
  /** In the training room alone: who one may sign in as. */
  trainingAccounts: () => '/tap-huan',
  icon: () => '/icon.svg',
  suggestScript: () => '/assets/suggest.js',
  asset: (name: string) => `/assets/${name}`,
  api: {
    responses: () => '/api/v1/responses',
    cases: () => '/api/v1/cases',
    report: (name: string, format: string, query?: Query) =>
      withQuery(`/api/v1/reports/${part(name)}.${format}`, query),
    openapi: () => '/api/v1/openapi.json',
  },
  staff: {
    home: () => '/can-bo',
    signIn: (next?: string) => withQuery('/can-bo/dang-nhap', { tiep: next }),
    /** The second page of signing in. */
    signInCode: () => '/can-bo/dang-nhap/ma',
    forgotten: () => '/can-bo/quen-mat-khau',
    signOut: () => '/can-bo/dang-xuat',
    setup: (token: string) => `/can-bo/thiet-lap/${part(token)}`,
    account: () => '/can-bo/tai-khoan',
    /** The own sessions: `one` or all others end. */
    sessions: () => '/can-bo/tai-khoan/phien',
    secondStep: (query?: Query) => withQuery('/can-bo/tai-khoan/hai-buoc', query),
    /** `form`: off, new telephone, new recovery codes. */
    secondStepForm: (form: string) => `/can-bo/tai-khoan/hai-buoc/${form}`,
    invitation: (token: string) => `/can-bo/loi-moi/${part(token)}`,
    results: (query?: Query) => withQuery('/can-bo/ket-qua', query),
    resultsVersion: () => '/can-bo/ket-qua/phien-ban',
    cases: (query?: Query) => withQuery('/can-bo/phan-anh', query),
    caseEntry: (query?: Query) => withQuery('/can-bo/phan-anh/nhap', query),
    /** `form`: the last part of the address of something done to the case. */
    case: (code: string, form?: string) => `/can-bo/phan-anh/${part(code)}${form ? `/${form}` : ''}`,
    publishing: (query?: Query) => withQuery('/can-bo/cong-khai', query),
    publication: (code: string, form?: string) => `/can-bo/cong-khai/${part(code)}${form ? `/${form}` : ''}`,
    caseTemplates: (query?: Query) => withQuery('/can-bo/mau-tra-loi', query),
    caseTemplate: (deed: 'moi' | 'sua' | 'bo' | 'khoi-phuc', id?: string) =>
      `/can-bo/mau-tra-loi/${deed}${id ? `/${part(id)}` : ''}`,
    contacts: (query?: Query) => withQuery('/can-bo/lien-he', query),
    /** `file`: the notice board as a print. */
    contact: (office: string, file?: string) => `/can-bo/lien-he/${part(office)}${file ? `/${file}` : ''}`,
    caseFigures: (query?: Query) => withQuery('/can-bo/so-lieu-pakn', query),
    caseScoring: (query?: Query) => withQuery('/can-bo/so-lieu-pakn/bang-diem', query),
    /** `form`: the last part of the address of something done to the calendar (add, file, versions). */
    calendar: (form?: string, query?: Query) => withQuery(`/can-bo/lich${form ? `/${form}` : ''}`, query),
    deadlines: (form?: string, query?: Query) => withQuery(`/can-bo/thoi-han${form ? `/${form}` : ''}`, query),
    notices: () => '/can-bo/thong-bao',
    periods: (query?: Query) => withQuery('/can-bo/ky-bao-cao', query),
    period: (office: string, period: string, query?: Query): string =>
      withQuery(`/can-bo/ky-bao-cao/${part(office)}/${part(period.replace('/', '-'))}`, query),
    /** A step of a period or a form beside it; the word is the last part of the address. */
    periodForm: (office: string, period: string, form: string): string =>
      `${paths.staff.period(office, period)}/${form}`,
    offices: (query?: Query) => withQuery('/can-bo/don-vi', query),
    newOffice: (query?: Query) => withQuery('/can-bo/don-vi/moi', query),
    /** `form`: the last part of the address of something done to the office (merge, close). */
    office: (code: string, form?: string) => `/can-bo/don-vi/${part(code)}${form ? `/${form}` : ''}`,
    targets: (query?: Query) => withQuery('/can-bo/chi-tieu', query),
    target: (office: string, query?: Query) => withQuery(`/can-bo/chi-tieu/${part(office)}`, query),
    procedures: (query?: Query) => withQuery('/can-bo/thu-tuc', query),
    procedure: (code: string) => `/can-bo/thu-tuc/${part(code)}`,
    surveys: () => '/can-bo/mau-phieu',
    /** The draft of a survey; `form`: preview, differences, publish. */
    surveyDraft: (key: string, form?: string) => `/can-bo/mau-phieu/${part(key)}${form ? `/${form}` : ''}`,
    rounds: (query?: Query) => withQuery('/can-bo/dot', query),
    round: (id: string, form?: string) => `/can-bo/dot/${part(id)}${form ? `/${form}` : ''}`,
    people: (query?: Query) => withQuery('/can-bo/nhan-su', query),
    /** `form`: the last part of the address of something done to the person (invite, lock, reset). */
    person: (id: string, form?: string) => `/can-bo/nhan-su/${part(id)}${form ? `/${form}` : ''}`,
    /** Links for everybody of the list who has no password yet. */
    invitations: (query?: Query) => withQuery('/can-bo/nhan-su/duong-dan', query),
    audit: (query?: Query) => withQuery('/can-bo/nhat-ky', query),
    backups: (query?: Query) => withQuery('/can-bo/sao-luu', query),
    /** `form`: download, check. */
    backup: (name: string, form?: string) => `/can-bo/sao-luu/${part(name)}${form ? `/${form}` : ''}`,
    system: () => '/can-bo/he-thong',
    systemCheck: () => '/can-bo/he-thong/doi-chieu',
    training: () => '/can-bo/tap-huan',
    /** Long work: how far it is. */
    job: (id: string) => `/can-bo/viec/${part(id)}`,
    guide: (role?: string) => withQuery('/can-bo/huong-dan', { 'vai-tro': role }),
    points: (query?: Query) => withQuery('/can-bo/diem', query),
    newPoint: (query?: Query) => withQuery('/can-bo/diem/moi', query),
    /** `form`: the last part of the address of something done to the point (change, new code, share the desk). */
    point: (code: string, form?: string) => `/can-bo/diem/${part(code)}${form ? `/${form}` : ''}`,
    pointState: (code: string) => `/can-bo/diem/${part(code)}/trang-thai`,
    poster: (code: string, format: 'pdf' | 'svg') => `/can-bo/diem/${part(code)}/ap-phich.${format}`,
    tent: (code: string) => `/can-bo/diem/${part(code)}/the-ban.pdf`,
    /** Many at once: posters, table cards, codes. */
    prints: (file: 'ap-phich.pdf' | 'the-ban.pdf' | 'ma-qr.zip') => `/can-bo/diem/${file}`,
    imports: (kind?: ImportKind, query?: Query) =>
      withQuery('/can-bo/nhap', { loai: kind && importSlugs[kind], ...query }),
    importTemplate: (survey: string) => withQuery('/can-bo/nhap/mau.csv', { phieu: survey }),
    importTable: (kind: TableKind) => withQuery('/can-bo/nhap/mau.csv', { loai: importSlugs[kind] }),
    /** What an import left for the person to fetch: faults, links for new people. */
    importFile: (token: string) => `/can-bo/nhap/tep/${part(token)}`,
    exports: (name: string, format: string, query?: Query) => withQuery(`/can-bo/xuat/${part(name)}.${format}`, query),
  },
}
