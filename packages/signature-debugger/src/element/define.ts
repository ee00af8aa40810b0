import { defineSignatureDebugger } from './index.ts';

// For one script tag.
defineSignatureDebugger();
