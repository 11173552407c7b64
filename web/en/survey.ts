import type * as errors from '../vi/errors'
import type * as receipts from '../vi/receipt'
import type * as vietnamese from '../vi/survey'

const chrome: typeof vietnamese.chrome = {
  product: 'Hai\u00a0Long',
  skip: 'Skip to content',
  results: 'Published results (in Vietnamese)',
  answers: 'Published answers (in Vietnamese)',
  feedback: 'Send feedback or a petition (in Vietnamese)',
  follow: 'Follow a petition (in Vietnamese)',
  feedbackTitle: 'Do you need a reply from the office?',
  feedbackAnswered: 'Send feedback to get a reply',
  feedbackApart: 'Feedback is never linked to the form you have just sent.',
}

const quoted = (options: readonly string[]) => options.map((option) => `“${option}”`).join(' or ')

const survey: typeof vietnamese.survey = {
  feedbackHint: 'If you would like a reply, please use the feedback link at the end of the form.',
  title: (title, office) => `${title} – ${office}`,
  problemTitle: (problem, title) => `${problem} – ${title}`,
  intro: 'Please tell us about your visit here.',
  length: (questions, minutes) =>
    `The form has ${questions} questions and takes about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}. You may skip any question.`,
  privacy:
    'The form does not ask for your name, telephone number or identity number. The system does not store the network address of your device. Staff at the counter cannot see your form. Answers are only added up and published as overall figures.',
  letters: 'Larger text',
  howSatisfied: 'How satisfied are you?',
  group: (position, groups, questions) => `Part ${position} of ${groups} · ${questions} questions`,
  reasons: 'What was not good?',
  optional: '(optional)',
  items: 'Further questions',
  comment: 'Comments',
  website: 'Please leave this field empty',
  progress: '{done}/{all} answered',
  nextMissing: 'Next blank',
  missing: '{left} questions have no answer yet. You may go on answering or send the form now.',
  firstMissing: 'Go to the first one',
  send: 'Send',
  sending: 'Sending…',
  offline:
    'There is no connection, so the form was not sent. Your answers are still on the screen; please press “Send” again when you are online.',
  draft: 'You have begun a form on this device.',
  takeUpDraft: 'Continue it',
  dropDraft: 'Start a new one',
  procedure: {
    ask: 'Procedure that you came for',
    hint: 'Type a few letters of its Vietnamese name; marks are not needed.',
    other: 'Choose a procedure, or leave this empty',
    found: '{found} procedures found',
    none: 'No procedure found. You may leave what you typed.',
  },
  followUp: (options) => `If you chose ${quoted(options)} above.`,
  skipHints: {
    purpose: (noOpinion) => `If you have not received the result yet, choose “${noOpinion}”.`,
    feedback: (noOpinion) => `If you have not sent any feedback, choose “${noOpinion}”.`,
  },
  skipHint: (gate, options, noOpinion) =>
    `If you chose ${quoted(options)} for “${gate}”, please choose “${noOpinion}”.`,
}

const surveyProblems: typeof errors.surveyProblems = {
  'no-level': { title: 'The form has no answer yet', text: 'Please answer at least one question, then press “Send”.' },
  invalid: {
    title: 'Some answers could not be read',
    text: 'Please check the questions below, then press “Send”. Everything else has been kept.',
  },
  busy: {
    title: 'The system is busy; the form was not received',
    text: 'Your answers are still on the screen. Please press “Send” again in a few minutes.',
  },
  'too-large': {
    title: 'The text is too long; the form was not received',
    text: 'Please shorten your comments, then press “Send”. Your answers have been kept.',
  },
  'too-many': {
    title: 'Too many forms were sent from this network at once',
    text: 'The form was not received. Your answers are still on the screen; please press “Send” again in a few minutes.',
  },
  'unknown-version': {
    title: 'This form is no longer in use',
    text: 'This is the current form, with your answers copied into it. Please check it, then press “Send”.',
  },
}

const fieldProblems: typeof errors.fieldProblems = {
  'outside-scale': 'This answer is not part of the form. Please choose again.',
  'unknown-option': 'This answer is not part of the form. Please choose again.',
  'too-long': 'This text is too long. Please shorten it.',
  'not-a-number': 'Please write a number from 0 to 100.',
}

const instant = (iso: string) => {
  const local = new Date(Date.parse(iso) + 7 * 3_600_000).toISOString()
  return `${local.slice(11, 16)} on ${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)}`
}

const receipt: typeof receipts.receipt = {
  slip: 'Receipt',
  code: 'Form code',
  point: 'Received at',
  day: 'Received on',
  title: { kept: 'Your form has been received. Thank you.', withdrawn: 'The form has been withdrawn' },
  text: {
    kept: (office) => `Your opinion is used to improve the service at ${office}.`,
    withdrawn: () => 'The form has been withdrawn and is no longer counted.',
  },
  keep: 'Keep this code if you want to withdraw the form (within 24 hours) or to check that it was counted. The code does not tell what you answered.',
  withdraw: 'Withdraw the form',
  withdrawMeaning: 'A withdrawn form is no longer counted and cannot be restored.',
  withdrawUntil: (iso) => `You can withdraw it until ${instant(iso)}.`,
  tooLate: 'More than 24 hours have passed since sending, so the form can no longer be withdrawn. It is still counted.',
  afterQuick: 'If you have about 3 more minutes, please answer the full form too.',
  answerFull: 'Continue',
  nextPerson: 'Form for the next person',
  goesBack: 'After 30 seconds the screen returns to an empty form.',
  endHere: 'You may also stop here.',
}

const receiptTitle: typeof receipts.receiptTitle = () => 'Form sent'

const conflict: typeof receipts.conflict = {
  title: 'This form has already been received',
  received: (iso) =>
    iso
      ? `This form was received at ${instant(iso)}. You do not need to send it again.`
      : 'This form was received before. You do not need to send it again.',
  differs: 'The answers just sent differ from the form received. Each form counts once; please choose:',
  keep: 'Keep the form already sent',
  replace: 'Replace it with the new answers',
  replaceMeaning: 'The earlier form will be withdrawn and no longer counted.',
  tooLate:
    'More than 24 hours have passed since sending, so it can no longer be replaced; the form sent is still counted.',
}

/** The citizen's survey in English: the page's own sentences. The survey's texts are translated in its definition. */
export const english = { chrome, survey, surveyProblems, fieldProblems, receipt, receiptTitle, conflict }
