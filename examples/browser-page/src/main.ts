import { check } from './check.ts';
import { sampleNotification, TEST_KEY } from './sample.ts';

function find<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new TypeError(`There is no ${type.name} with the id ${id}`);
  return element;
}

const message = find('message', HTMLTextAreaElement);
const key = find('key', HTMLInputElement);
const verdict = find('verdict', HTMLParagraphElement);
const signed = find('signed', HTMLElement);

function show(): void {
  const { isGenuine, verdict: words, signedText } = check(message.value, key.value);
  verdict.textContent = `${isGenuine ? '✓' : '✗'} ${words}`;
  // As text, never as HTML: anybody may have written the message.
  signed.textContent = signedText;
}

message.value = sampleNotification();
key.value = TEST_KEY;
message.addEventListener('input', show);
key.addEventListener('input', show);
show();
