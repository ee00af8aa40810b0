import type { Legend, Words } from './reference-words.ts';

const legend: Legend = {
  title: 'How to read these pages',
  parts: [
    [
      'Operations',
      [
        [
          'Open',
          'whether the platform has opened it to merchants. What is not open works all the same here.',
        ],
        ['Moves money', 'whether carrying it out can move money.'],
        [
          'Client certificate',
          'whether it needs `certificateFetch`: see [certificates](../certificates.md).',
        ],
      ],
    ],
    [
      'Fields',
      [
        ['required', 'the client refuses a request without it, before anything is sent.'],
        [
          'conditional',
          'what follows says when it is wanted, or what leaving it out means. The rules below a table, and those of its cases, are enforced.',
        ],
        ['optional', 'may be left out.'],
        ['set by the client', 'from its configuration; it cannot be given with a call.'],
        ['the client fills in …', 'where it is not given.'],
        [
          'of a reply',
          'the presence is what the documents say; a reply that lacks a field is read all the same, unless the outcome rests on it.',
        ],
      ],
    ],
    [
      'Types',
      [
        ['text', 'where a pattern follows, the whole of it must match.'],
        ['whole number', 'a `number`.'],
        ['fen', 'a `number`, whole; 100 fen are 1 yuan. The bounds are those of what is sent.'],
        [
          'time',
          'China Standard Time (UTC+8), written as the letters say; the client also takes a `Date` where its types do.',
        ],
        ['code', 'one of the values listed. A reply may carry others.'],
        ['object', 'given as an object, sent as JSON text.'],
        [
          'Length',
          'in characters, the greatest that is taken; of an amount, in digits. Where the documented length is exceeded in practice, a longer value is sent and `hooks.onRequest` gets a warning.',
        ],
      ],
    ],
    [
      'Outcomes',
      [
        ['succeeded', 'it happened; of a payment, it is paid; of a question, there is an answer.'],
        ['pending', 'accepted or under way, not paid.'],
        [
          'failed',
          'it will not happen without a new request. Of a step (a confirmation, a cancellation) only the step failed.',
        ],
        ['refunded', 'it was paid and has been refunded since, wholly or in part.'],
        ['unknown', 'it may or may not have happened: never take it for failed.'],
        [
          'Outcome of a query',
          'what the code comes to in the reply to a query. A question that is refused says nothing about what it asks for, so it never ends **failed** for being refused.',
        ],
        ['Next', 'what to do, and after which pauses, one after the other. `untilFinal` asks for you.'],
        [
          'send … again with the very same parameters',
          'every field as it was sent before, order number included; the client makes a new nonce and signature.',
        ],
      ],
    ],
  ],
};

export const en: Words = {
  index: 'Reference of operations',
  generated:
    'Made from the definitions by `npm run reference`; whatever is changed here by hand is lost. `[M]` and `[W]` are the source documents, see their [errata](../errata.md).',
  otherLanguage: '中文',
  operation: 'Operation',
  method: 'Client method',
  title: 'What it is',
  id: 'Command id or path',
  section: 'Section',
  state: 'At the platform',
  notification: 'Notification',
  link: 'Browser link',
  linkMade: (name) => `An address for the payer's browser, made by \`${name}\`. It is not signed.`,
  linkRead: (name) =>
    `The payer's browser comes back with these parameters, read by \`${name}\`. They are not signed: anybody can write them.`,
  parameters: 'Parameters',
  receivedBy: (methods) =>
    `Received by ${methods.map((method) => `\`${method}\``).join(', ')} of the client.`,
  open: 'Open',
  isOpen: 'open',
  notOpen: 'not open at the platform',
  movesMoney: 'Moves money',
  certificate: 'Client certificate',
  yes: 'yes',
  no: 'no',
  request: 'Request',
  reply: 'Reply',
  noReply: (methods) =>
    `None: the payer's browser sends the request, as a form made by ${methods.map((method) => `\`${method}\``).join(' or ')}.`,
  fields: 'Fields',
  field: 'Field',
  presenceHead: 'Presence',
  type: 'Type',
  length: 'Length',
  meaning: 'Meaning',
  outcomes: 'What it comes to',
  outcome: 'Outcome',
  ofQuery: 'Outcome of a query',
  next: 'Next',
  codes: (names) => `Error codes of ${names}`,
  failedIfListed: '**failed** with an error code that is listed below as such; **unknown** without',
  codesNote:
    'Where no next step is given, it is the one that the operation has for any other state. A code that is not listed is **unknown**.',
  headerCodes: 'Error codes of the header',
  headerCodesOf: (names) => `Error codes of the header, for ${names}`,
  headerNote:
    '`RetCode`, or the code that stands in brackets in `ErrorMsg`. No signature covers the header, so `authenticated` is `false`, and `error.action` of what **failed** is to mend the request and query.',
  code: 'Code',
  action: 'What to do',
  onlyWith: (words) =>
    `; only where \`ErrorMsg\` begins with \`${words}\`, with any other words it settles nothing: **unknown**`,
  other: 'any other',
  sensitive: 'sensitive',
  partner: 'In partner mode also:',
  none: 'None.',
  presence: { required: 'required', conditional: 'conditional', optional: 'optional' },
  sets: 'set by the client',
  fills: (what) => `the client fills in ${what}`,
  generatedBy: { nonce: 'random text', time: 'the time of the call' },
  types: {
    string: 'text',
    integer: 'whole number',
    fen: 'fen',
    time: 'time (UTC+8)',
    code: 'code',
    url: 'URL',
    object: 'object',
    list: 'list',
  },
  bounds: (minimum, maximum) => `${minimum} to ${maximum}`,
  advisory: (documented, maximum) =>
    maximum === undefined
      ? `${documented} documented; longer is sent with a warning`
      : `${documented} documented; up to ${maximum} is sent with a warning`,
  colon: ': ',
  comma: ', ',
  semicolon: '; ',
  or: ' or ',
  seconds: (pauses) => `${pauses.join(', ')} s`,
  ask: (operation, after) => `ask \`${operation}\` after ${after}`,
  repeat: (operation, after) => `send \`${operation}\` again with the very same parameters, after ${after}`,
  repeatSame: (after) =>
    `send the request that was answered so again with the very same parameters, after ${after}`,
  proceed: (operation) => `go on with \`${operation}\``,
  take: (fields) => ` and the reply's ${fields}`,
  placeAgain: (after) =>
    `send the request that placed the order again with the very same parameters, after ${after}`,
  awaits: (step, placedBy) =>
    `${placedBy === undefined ? '' : `where \`${placedBy}\` placed the order, `}${step}, unless you have; then `,
  when: (field, values) => `Where \`${field}\` is ${values}:`,
  atLeastOne: (fields) => `At least one of ${fields} must be given.`,
  window: (from, to, months) =>
    `\`${from}\` must not be later than \`${to}\` (a day lasts to its end), and neither may lie more than ${months} calendar months in the past (UTC+8).`,
  legend,
};
