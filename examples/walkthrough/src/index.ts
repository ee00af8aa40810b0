export { confirmPayment, openPage, type Page, submitForm } from './browser.ts';
export { freePort, type Program, startProgram } from './program.ts';
export { showNotifications } from './show-notifications.ts';
