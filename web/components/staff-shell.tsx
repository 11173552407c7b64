import type { ComponentChildren } from 'preact'
import { may, type Permission, type SignedInStaff } from '../../server/domain/permissions'
import { paths } from '../paths'
import { keepWords } from '../vi/compounds'
import { formatDayLong } from '../vi/format'
import { shell } from '../vi/staff'
import { Petals } from './petals'
import { Wordmark } from './wordmark'

export type NavItem = keyof typeof shell.items
export type ShellProps = {
  staff: Pick<SignedInStaff, 'name' | 'role' | 'officeName'>
  /** YYYY-MM-DD in UTC+7. */
  today: string
  /** Something about backups that an administrator should see to. */
  warning: string | null
  /** Notices about cases that the person has not read. */
  unseen: number
  /** Open cases that lie with the person. */
  own: number
  /** Answers that wait to be published. */
  toPublish: number
}

const groups: { title: keyof typeof shell.groups; items: [NavItem, string, Permission][] }[] = [
  {
    title: 'survey',
    items: [
      ['results', paths.staff.results(), 'results.view'],
      ['imports', paths.staff.imports(), 'import'],
      ['rounds', paths.staff.rounds(), 'rounds.view'],
      ['surveys', paths.staff.surveys(), 'surveys.manage'],
    ],
  },
  {
    title: 'cases',
    items: [
      ['inbox', paths.staff.cases(), 'cases.view'],
      ['notices', paths.staff.notices(), 'cases.view'],
      ['caseEntry', paths.staff.caseEntry(), 'cases.receive'],
      ['publishing', paths.staff.publishing(), 'cases.publish'],
      ['caseFigures', paths.staff.caseFigures(), 'cases.figures'],
      ['caseTemplates', paths.staff.caseTemplates(), 'templates.manage'],
    ],
  },
  {
    title: 'reports',
    items: [
      ['periods', paths.staff.periods(), 'periods.view'],
      ['targets', paths.staff.targets(), 'results.view'],
    ],
  },
  {
    title: 'admin',
    items: [
      ['offices', paths.staff.offices(), 'offices.manage'],
      ['points', paths.staff.points(), 'points.view'],
      ['procedures', paths.staff.procedures(), 'procedures.manage'],
      ['contacts', paths.staff.contacts(), 'contacts.manage'],
      ['calendar', paths.staff.calendar(), 'calendar.view'],
      ['deadlines', paths.staff.deadlines(), 'calendar.view'],
      ['people', paths.staff.people(), 'staff.manage'],
      ['audit', paths.staff.audit(), 'audit.view'],
      ['backups', paths.staff.backups(), 'backups.manage'],
      ['system', paths.staff.system(), 'system.view'],
      ['training', paths.staff.training(), 'training.manage'],
      ['guide', paths.staff.guide(), 'results.view'],
    ],
  },
]

/**
 * The frame of every staff page: band with product, office, day and person; navigation; main. On a phone the navigation
 * opens over the page, without a script; browsers that cannot do that show it above the page.
 */
export function StaffShell(props: ShellProps & { current: NavItem; children: ComponentChildren }) {
  return (
    <>
      <a class="skip" href="#m">
        {shell.skip}
      </a>
      <Band {...props} />
      <div class="shell">
        <nav class="nav" id="nav" popover="auto" aria-label={shell.menu}>
          {groups.map((group) => (
            <Group key={group.title} {...group} {...props} />
          ))}
          <div class="phone">
            <h2>{shell.person}</h2>
            <Person name={props.staff.name} />
          </div>
        </nav>
        <main id="m">
          {props.warning && (
            <p class="note wa strip">
              {props.warning} <a href={paths.staff.backups()}>{shell.toBackups}</a>
            </p>
          )}
          {props.children}
        </main>
      </div>
    </>
  )
}

function Band({ staff, today }: ShellProps) {
  return (
    <header class="band">
      <div>
        <a class="logo" href={paths.staff.home()} aria-label={shell.product}>
          <Petals on={[true, true, true, true, true]} size={34} />
          <Wordmark name={shell.product} />
        </a>
        <p>{keepWords(staff.officeName)}</p>
        <time datetime={today}>{formatDayLong(today)}</time>
        <div class="desk">
          <Person name={staff.name} />
        </div>
        <button type="button" class="menu" popovertarget="nav">
          {shell.menu}
        </button>
      </div>
    </header>
  )
}

function Person({ name }: { name: string }) {
  return (
    <>
      <a href={paths.staff.account()}>{name}</a>
      <form method="post" action={paths.staff.signOut()}>
        <button type="submit" class="out">
          {shell.signOut}
        </button>
      </form>
    </>
  )
}

type GroupProps = (typeof groups)[number] &
  Pick<ShellProps, 'staff' | 'unseen' | 'own' | 'toPublish'> & { current: NavItem }

function Group({ title, items, staff: { role }, unseen, own, toPublish, current }: GroupProps) {
  const allowed = items.filter(([, , permission]) => may(role, permission))
  if (allowed.length === 0) return null
  return (
    <>
      <h2>{shell.groups[title]}</h2>
      {allowed.map(([item, href]) => (
        <a key={item} href={href} aria-current={item === current ? 'page' : undefined}>
          {shell.items[item]}
          {item === 'notices' && unseen > 0 && <span class="num">{unseen}</span>}
          {item === 'inbox' && own > 0 && <span class="num">{own}</span>}
          {item === 'publishing' && toPublish > 0 && <span class="num">{toPublish}</span>}
        </a>
      ))}
    </>
  )
}
