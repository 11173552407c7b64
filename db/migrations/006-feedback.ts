import { type Kysely, type Migration, type RawBuilder, sql } from 'kysely'
import { type ColumnTypes, columnTypes, isPostgres } from '../columns'

/** Feedback and petitions: cases, their events, files, answers and publication; events are for good. */
export const feedback: Migration = { up }

async function up(db: Kysely<unknown>): Promise<void> {
  const types = columnTypes(db)
  const statements = [
    ...cases(types),
    ...history(types),
    ...files(types),
    ...publishing(types),
    ...offices(types),
    ...dossiers(types),
    ...(isPostgres(db) ? postgresEvents : sqliteEvents),
  ]
  for (const statement of statements) await statement.execute(db)
}

function cases({ text, int, bytes, ending }: ColumnTypes) {
  return [
    sql`create table feedback_case (
      id ${text} not null,
      code ${text} not null unique,
      client_id ${text} unique,
      content_mac ${bytes},
      secret_hash ${text} not null,
      office_code ${text} not null references office (code),
      point_code ${text} references point (code),
      procedure_code ${text} references procedure (code),
      field ${text} not null,
      channel ${text} not null,
      origin_code ${text} unique,
      kind ${text} not null,
      content_type ${text},
      content_group ${text} not null,
      restricted ${int} not null,
      state ${text} not null,
      title ${text} not null,
      content ${text} not null,
      place ${text} not null,
      wish ${text} not null,
      publish_choice ${text} not null,
      name_consent ${int} not null,
      message_consent ${int} not null,
      consent_at ${text},
      sent_at ${text} not null,
      received_at ${text} not null,
      clock ${text} not null,
      policy_id ${text} not null,
      assignee_id ${text} references staff (id),
      department ${text} not null,
      answered_at ${text},
      submitted_by ${text} references staff (id),
      reopened_at ${text},
      asked_days ${int} not null,
      asked_by ${text} references staff (id),
      rating ${text},
      split_from ${text} references feedback_case (id),
      merged_into ${text} references feedback_case (id),
      entered_by ${text} references staff (id),
      created_at ${text} not null,
      version ${int} not null,
      search ${text} not null,
      primary key (id)
    ) ${ending}`,
    sql`create table case_sender (
      case_id ${text} not null references feedback_case (id),
      name ${text} not null,
      address ${text} not null,
      phone ${text} not null,
      email ${text} not null,
      organisation ${text} not null,
      erased_at ${text},
      primary key (case_id)
    ) ${ending}`,
    sql`create table case_number (
      office_code ${text} not null references office (code),
      year ${int} not null,
      last ${int} not null,
      primary key (office_code, year)
    ) ${ending}`,
    sql`create index feedback_case_office on feedback_case (office_code, state)`,
    sql`create index feedback_case_state on feedback_case (state, sent_at)`,
    sql`create index feedback_case_sent on feedback_case (sent_at)`,
    sql`create index feedback_case_box on feedback_case (state, restricted, assignee_id, office_code)`,
    sql`create index feedback_case_assignee on feedback_case (assignee_id, state)`,
    sql`create index feedback_case_split on feedback_case (split_from)`,
    sql`create index feedback_case_merged on feedback_case (merged_into)`,
  ]
}

function history({ id, text, int, ending }: ColumnTypes) {
  return [
    sql`create table case_event (
      id ${id},
      case_id ${text} not null references feedback_case (id),
      no ${int} not null,
      kind ${text} not null,
      at ${text} not null,
      "by" ${text} references staff (id),
      state ${text} not null,
      office_code ${text} not null references office (code),
      data ${text} not null,
      told ${text} not null,
      unique (case_id, no)
    ) ${ending}`,
    sql`create table case_answer (
      case_id ${text} not null references feedback_case (id),
      no ${int} not null,
      text ${text} not null,
      drafted_by ${text} not null references staff (id),
      updated_at ${text} not null,
      revision ${int} not null,
      sent_at ${text},
      approved_by ${text} references staff (id),
      primary key (case_id, no)
    ) ${ending}`,
    sql`create table case_notice (
      id ${id},
      staff_id ${text} not null references staff (id),
      case_id ${text} not null references feedback_case (id),
      kind ${text} not null,
      mark ${text} not null,
      created_at ${text} not null,
      seen_at ${text},
      mailed_at ${text},
      unique (staff_id, case_id, kind, mark)
    ) ${ending}`,
    sql`create index case_event_at on case_event (at)`,
    sql`create index case_notice_staff on case_notice (staff_id, seen_at)`,
  ]
}

function files({ text, int, bytes, ending }: ColumnTypes) {
  return [
    sql`create table case_file (
      id ${text} not null,
      case_id ${text} references feedback_case (id),
      draft_id ${text},
      name ${text} not null,
      type ${text} not null,
      size ${int} not null,
      sha256 ${text} not null,
      width ${int},
      height ${int},
      event_no ${int},
      internal ${int} not null,
      created_at ${text} not null,
      created_by ${text} references staff (id),
      removed_at ${text},
      primary key (id)
    ) ${ending}`,
    sql`create table file_content (
      id ${text} not null,
      bytes ${bytes} not null,
      primary key (id)
    ) ${ending}`,
    sql`create index case_file_case on case_file (case_id)`,
    sql`create index case_file_draft on case_file (draft_id)`,
  ]
}

function publishing({ text, int, ending }: ColumnTypes) {
  return [
    sql`create table publication (
      case_id ${text} not null references feedback_case (id),
      redactions ${text} not null,
      revealed ${text} not null,
      names_sender ${int} not null,
      answer_no ${int} not null,
      shown ${text} not null,
      revision ${int} not null,
      search ${text} not null,
      published_at ${text},
      published_by ${text} references staff (id),
      withdrawn_at ${text},
      withdraw_reason ${text} not null,
      updated_at ${text} not null,
      primary key (case_id)
    ) ${ending}`,
    sql`create table case_place (
      id ${text} not null,
      case_id ${text} not null references feedback_case (id),
      place ${text} not null,
      link ${text} not null,
      published_on ${text} not null,
      note ${text} not null,
      file_id ${text} references case_file (id),
      added_at ${text} not null,
      added_by ${text} not null references staff (id),
      removed_at ${text},
      primary key (id)
    ) ${ending}`,
    sql`create index publication_at on publication (published_at)`,
    sql`create index case_place_case on case_place (case_id)`,
  ]
}

function dossiers({ int }: ColumnTypes) {
  return [
    sql`alter table denominator add column overdue ${int}`,
    sql`alter table denominator add column disliked ${int}`,
  ]
}

function offices({ text, int, ending }: ColumnTypes) {
  return [
    sql`create table case_template (
      id ${text} not null,
      office_code ${text} references office (code),
      purpose ${text} not null,
      title ${text} not null,
      body ${text} not null,
      created_at ${text} not null,
      updated_at ${text} not null,
      updated_by ${text} references staff (id),
      removed_at ${text},
      primary key (id)
    ) ${ending}`,
    sql`create table feedback_office (
      office_code ${text} not null references office (code),
      zalo ${text} not null default '',
      email ${text} not null default '',
      phone ${text} not null default '',
      website ${text} not null default '',
      reception ${text} not null default '',
      data_contact ${text} not null default '',
      retention ${text} not null default '',
      allows_anonymous ${int},
      hides_sender ${int},
      updated_at ${text} not null,
      primary key (office_code)
    ) ${ending}`,
  ]
}

/** What happened stays written: the database itself refuses to change or delete it. */
const sqliteEvents: RawBuilder<unknown>[] = [
  sql`create trigger case_event_no_update before update on case_event
    begin select raise(abort, 'case_event is append-only'); end`,
  sql`create trigger case_event_no_delete before delete on case_event
    begin select raise(abort, 'case_event is append-only'); end`,
]

const postgresEvents: RawBuilder<unknown>[] = [
  sql`create function case_event_append_only() returns trigger language plpgsql as $$
    begin raise exception 'case_event is append-only'; end $$`,
  sql`create trigger case_event_no_change before update or delete on case_event
    for each statement execute function case_event_append_only()`,
]
