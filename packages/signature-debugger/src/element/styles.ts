import { css } from 'lit';

export const styles = css`
  :host {
    color-scheme: light dark;
    --ink: light-dark(#1b1f24, #e6e8eb);
    --quiet: light-dark(#565e68, #a3abb5);
    --paper: light-dark(#ffffff, #16181c);
    --raised: light-dark(#f4f5f7, #202329);
    --line: light-dark(#c9ced6, #434a54);
    --accent: light-dark(#a8201a, #ff8a80);
    --good: light-dark(#17632f, #7bd88f);
    --bad: light-dark(#a8201a, #ff9d94);
    --warn: light-dark(#7a4d00, #f2c063);
    --mark: light-dark(#ffe9a8, #5b4a12);
    --added: light-dark(#d3f0da, #1f4a2b);
    --removed: light-dark(#fbdcd9, #5c2522);
    display: block;
    box-sizing: border-box;
    container: debugger / inline-size;
    min-width: 0;
    padding: clamp(0.6rem, 3%, 1rem);
    color: var(--ink);
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: 8px;
    font: 15px / 1.5 system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif;
    text-align: start;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before {
    box-sizing: border-box;
  }
  h2,
  h3 {
    margin: 1.2em 0 0.4em;
    font-size: 1rem;
    line-height: 1.3;
  }
  h3 {
    margin-top: 0.4em;
  }
  p,
  ul,
  ol {
    margin: 0.3em 0;
  }
  ul,
  ol {
    padding-inline-start: 1.3em;
  }
  .bar,
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    justify-content: space-between;
    align-items: center;
    margin-bottom: 0.5rem;
  }
  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
    gap: 0 1rem;
  }
  label {
    display: block;
    margin-bottom: 0.6rem;
  }
  label.check {
    display: flex;
    gap: 0.5em;
    align-items: center;
  }
  .label {
    display: block;
    color: var(--quiet);
    font-size: 0.87em;
  }
  input:not([type='checkbox']),
  textarea,
  select {
    width: 100%;
    padding: 0.45em 0.6em;
    color: inherit;
    background: var(--raised);
    border: 1px solid var(--line);
    border-radius: 5px;
    font: inherit;
  }
  textarea,
  input:not([type='checkbox']),
  pre,
  code {
    font-family: ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', monospace;
    font-size: 13px;
  }
  textarea {
    resize: vertical;
  }
  .row select {
    width: auto;
    max-width: 100%;
    flex: 1 1 12rem;
  }
  fieldset {
    min-width: 0;
    margin: 0 0 0.6rem;
    padding: 0.4rem 0.8rem;
    border: 1px solid var(--line);
    border-radius: 5px;
  }
  button {
    padding: 0.3em 0.8em;
    color: inherit;
    background: var(--raised);
    border: 1px solid var(--line);
    border-radius: 5px;
    font: inherit;
    cursor: pointer;
  }
  button:hover {
    border-color: var(--accent);
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  button.field {
    padding: 0;
    background: none;
    border: 0;
    border-bottom: 1px dotted var(--quiet);
    border-radius: 0;
    font: inherit;
    text-align: start;
  }
  .quiet,
  ul.quiet {
    color: var(--quiet);
    font-size: 0.9em;
  }
  button.copy {
    padding: 0.1em 0.6em;
    font-size: 0.87em;
  }
  .fact {
    margin-inline-end: 0.3em;
    display: inline-block;
    padding: 0 0.5em;
    color: var(--quiet);
    border: 1px solid var(--line);
    border-radius: 1em;
    font-size: 0.85em;
    font-weight: normal;
  }
  .verdict {
    margin: 0.8rem 0 0;
    padding: 0.5em 0.8em;
    background: var(--raised);
    border-inline-start: 4px solid var(--quiet);
    border-radius: 3px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .verdict.match {
    color: var(--good);
    border-color: var(--good);
  }
  .verdict.mismatch,
  .verdict.unreadable,
  .verdict.undecryptable {
    color: var(--bad);
    border-color: var(--bad);
  }
  .next {
    margin: 0.5rem 0 0;
    padding: 0.5em 0.8em;
    border: 1px solid var(--line);
    border-radius: 5px;
    overflow-wrap: anywhere;
  }
  .next h2 {
    margin-top: 0;
  }
  button[aria-disabled='true'] {
    color: var(--quiet);
    cursor: default;
  }
  .error {
    color: var(--bad);
  }
  .warning {
    color: var(--warn);
  }
  .findings > ol > li {
    margin-bottom: 0.8em;
    padding: 0.3em 0.8em;
    border: 1px solid var(--line);
    border-radius: 5px;
    overflow-wrap: anywhere;
  }
  .findings > ol > li.reproduced {
    border-color: var(--accent);
  }
  .findings > ol {
    padding: 0;
    list-style: none;
  }
  .labelled {
    margin: 0.4em 0;
  }
  pre {
    max-height: 22rem;
    margin: 0.3em 0;
    padding: 0.6em;
    overflow: auto;
    background: var(--raised);
    border-radius: 5px;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  code.digest {
    overflow-wrap: anywhere;
  }
  .scroll {
    max-height: 28rem;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: 5px;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.9em;
  }
  th,
  td {
    padding: 0.25em 0.6em;
    border-bottom: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }
  td:last-child {
    min-width: 9rem;
  }
  td.value {
    min-width: 8rem;
    overflow-wrap: anywhere;
  }
  .active {
    background: var(--mark);
  }
  .canonical .name {
    font-weight: 600;
  }
  .canonical .punctuation {
    color: var(--quiet);
  }
  .canonical .escape {
    color: var(--accent);
    text-decoration: underline dotted;
  }
  .canonical > span {
    cursor: pointer;
  }
  .current,
  .notes li {
    overflow-wrap: anywhere;
  }
  .space {
    color: var(--quiet);
    user-select: none;
  }
  .yes {
    color: var(--good);
  }
  .order code {
    margin-inline-end: 0.3em;
  }
  ins {
    background: var(--added);
    text-decoration: none;
  }
  del {
    background: var(--removed);
  }
  ol.steps {
    padding: 0;
    list-style: none;
    counter-reset: step;
  }
  ol.steps > li > h2::before {
    content: counter(step) '. ';
    counter-increment: step;
  }
  .note:not(:empty) {
    position: sticky;
    bottom: 0.5rem;
    width: fit-content;
    padding: 0.2em 0.8em;
    color: var(--paper);
    background: var(--ink);
    border-radius: 5px;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* By the room there is, not by the window: the element may stand in a column. */
  @container debugger (max-width: 34rem) {
    .scroll {
      max-height: none;
    }
    table,
    tbody,
    tr,
    th,
    td {
      display: block;
    }
    thead {
      position: absolute;
      clip-path: inset(50%);
    }
    tr {
      padding: 0.4em 0.6em;
      border-bottom: 1px solid var(--line);
    }
    th,
    td {
      padding: 0;
      border: 0;
    }
    th[scope='row'] {
      overflow-wrap: anywhere;
    }
  }
`;
