import { onContentUpdated, type Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import SignatureDebugger from './SignatureDebugger.vue';
// oxlint-disable-next-line import/no-unassigned-import -- a stylesheet exports nothing
import './style.css';

const theme: Theme = {
  extends: DefaultTheme,
  setup() {
    // What every other page has, for those who jump to what a page is about.
    onContentUpdated(() => document.querySelector('.VPHome')?.setAttribute('role', 'main'));
  },
  enhanceApp({ app }) {
    app.component('Debugger', SignatureDebugger);
  },
};

export default theme;
