import type { Context } from 'hono'
import type { VNode } from 'preact'
import { StaffShell } from '../../web/components/staff-shell'
import type { Deps } from '../deps'
import { staffPage } from '../render'
import { type Env, shellProps } from '../session'

/** A page about surveys in the frame of the staff area; `frame`: it shows the citizen's page inside. */
export function inShell(
  c: Context<Env>,
  deps: Deps,
  page: VNode,
  title: string,
  status: 200 | 409 | 422 = 200,
  frame = false,
) {
  const framed = (
    <StaffShell {...shellProps(c, deps)} current="surveys">
      {page}
    </StaffShell>
  )
  return staffPage(c, deps, framed, { title, status, frame })
}
